import { Button } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PhoneDetail, PressProps } from './press';

declare const my: {
  getPhoneNumber(options: { success(answer: { response: string }): void; fail(): void }): void;
};

/** Alipay hands the number over encrypted, and only after its own agreement button was pressed. */
function readPhone(onPhone: (detail: PhoneDetail) => void) {
  my.getPhoneNumber({
    success: ({ response }) => {
      const answer = JSON.parse(response) as { response?: string; sign?: string };
      onPhone({ encrypted: answer.response, sign: answer.sign });
    },
    fail: () => onPhone({}),
  });
}

export function Press({
  onPress,
  id,
  className = '',
  label,
  disabled,
  openType,
  onPhone,
  children,
}: PressProps) {
  const authorize = openType === 'getPhoneNumber' && Taro.getEnv() === Taro.ENV_TYPE.ALIPAY;
  return (
    <Button
      id={id}
      className={`press ${className}${disabled ? ' disabled' : ''}`}
      hoverClass="pressing"
      disabled={disabled}
      ariaLabel={label}
      openType={authorize ? 'getAuthorize' : openType === 'share' ? 'share' : undefined}
      scope={authorize ? 'phoneNumber' : undefined}
      onClick={disabled ? undefined : onPress}
      onGetAuthorize={authorize && onPhone ? () => readPhone(onPhone) : undefined}
    >
      {children}
    </Button>
  );
}

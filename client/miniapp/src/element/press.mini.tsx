import { Button } from '@tarojs/components';
import type { PressProps } from './press';

export function Press({
  onPress,
  id,
  className = '',
  label,
  disabled,
  openType,
  onPhone,
  onAgree,
  children,
}: PressProps) {
  return (
    <Button
      id={id}
      className={`press ${className}${disabled ? ' disabled' : ''}`}
      hoverClass="pressing"
      disabled={disabled}
      ariaLabel={label}
      openType={openType}
      onClick={disabled ? undefined : onPress}
      onAgreePrivacyAuthorization={onAgree}
      onGetPhoneNumber={onPhone && ((event) => onPhone({ code: event.detail.code }))}
    >
      {children}
    </Button>
  );
}

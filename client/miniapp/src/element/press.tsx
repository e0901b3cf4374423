import type { ReactNode } from 'react';

export interface PressProps {
  onPress?: () => void;
  id?: string;
  className?: string;
  label?: string;
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  current?: boolean;
  describedBy?: string;
  /** What the platform does by itself in a mini-program. */
  openType?: 'getPhoneNumber' | 'share' | 'agreePrivacyAuthorization';
  onPhone?: (detail: PhoneDetail) => void;
  /** Once the platform has noted the consent. */
  onAgree?: () => void;
  children?: ReactNode;
}
/** What a platform hands over when the person agrees to give the phone number. */
export interface PhoneDetail {
  code?: string;
  encrypted?: string;
  sign?: string;
}

/** Something to press. */
export function Press({
  onPress,
  label,
  pressed,
  expanded,
  current,
  describedBy,
  openType: _openType,
  onPhone: _onPhone,
  onAgree: _onAgree,
  children,
  className = '',
  ...rest
}: PressProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`press ${className}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-current={current ? 'page' : undefined}
      aria-describedby={describedBy}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

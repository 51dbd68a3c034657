import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** The words on it; an icon alone needs `label`. */
  readonly children?: ReactNode;
  readonly label?: string;
  readonly className?: string;
}

/** A button in the program's look; keyboard, touch and focus come from the library. */
export function Button({ tone = 'plain', small, icon, children, label, className, ...rest }: ButtonProps) {
  const names = ['button', tone === 'plain' ? '' : `button-${tone}`, small ? 'button-small' : '', children ? '' : 'button-icon', className ?? ''];
  return (
    <AriaButton {...rest} className={names.filter(Boolean).join(' ')} {...(label ? { 'aria-label': label } : {})}>
      {icon && <Icon name={icon} size={small ? 17 : 20} />}
      {children}
    </AriaButton>
  );
}

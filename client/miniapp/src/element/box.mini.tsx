import { View } from '@tarojs/components';
import type { BoxProps } from './box';

const roles: Partial<Record<NonNullable<BoxProps['as']>, string>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  nav: 'navigation',
  main: 'main',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
};
const inline = ['span', 'strong'];

export function Box({ as = 'div', className = '', id, role, label, children }: BoxProps) {
  const kind = `as-${as}${inline.includes(as) ? ' inline' : ''}`;
  return (
    <View id={id} className={`${kind} ${className}`} ariaRole={role ?? roles[as]} ariaLabel={label}>
      {children}
    </View>
  );
}

import { Box } from '../element/box';

export type IconName =
  | 'report'
  | 'list'
  | 'search'
  | 'mail'
  | 'person'
  | 'home'
  | 'guide'
  | 'place'
  | 'clock'
  | 'check'
  | 'camera'
  | 'photo'
  | 'file'
  | 'back'
  | 'go'
  | 'refresh'
  | 'phone'
  | 'voice'
  | 'building'
  | 'print'
  | 'share';

/** A small drawing beside words that say the same. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <Box as="span" className={`icon icon-${name} ${className}`} hidden />
);

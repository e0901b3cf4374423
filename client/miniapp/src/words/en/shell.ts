import type { Words } from '../zh';

export const shell: Pick<
  Words,
  | 'brand'
  | 'place'
  | 'skip'
  | 'nav'
  | 'elder'
  | 'language'
  | 'back'
  | 'close'
  | 'share'
  | 'privacyWish'
  | 'update'
  | 'footer'
> = {
  brand: 'Unresolved Matters Window',
  place: 'Chongming, Shanghai',
  skip: 'Skip to content',
  nav: {
    label: 'Main navigation',
    home: 'Home',
    report: 'Report',
    orders: 'My reports',
    messages: 'Messages',
    me: 'Me',
    lookUp: 'Look up by number',
  },
  elder: { on: 'Large text', off: 'Standard', hint: 'Larger letters and buttons' },
  language: { other: '中文', name: 'Language' },
  back: 'Back',
  close: 'Close',
  share: {
    button: 'Tell others',
    copied: 'The address is copied; send it to others.',
    failed: 'It could not be shared.',
  },
  privacyWish: {
    title: 'Your consent to the privacy guide, please',
    text: 'WeChat asks for it before photos or your number can be used. Without it you can still report in words.',
    read: 'Read the privacy guide',
    agree: 'Agree',
    refuse: 'Do not agree',
  },
  update: { ready: 'A new version is ready.', start: 'Restart now' },
  footer: 'Not online? The window at any service centre registers your report in person.',
};

import type { Words } from '../zh';

export const shell: Pick<
  Words,
  'brand' | 'place' | 'skip' | 'nav' | 'elder' | 'language' | 'back' | 'footer'
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
  footer: 'Not online? The window at any service centre registers your report in person.',
};

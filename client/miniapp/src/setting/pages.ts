import paths from './paths.json';

/** The web address of each page; the web router reads the same file. */
const addresses: Record<string, string> = paths;

export const pages = {
  home: '/pages/home/index',
  orders: '/pages/orders/index',
  messages: '/pages/messages/index',
  me: '/pages/me/index',
  report: '/report/form/index',
  receipt: '/report/receipt/index',
  order: '/follow/order/index',
  evaluate: '/follow/evaluate/index',
  lookUp: '/follow/look-up/index',
  guide: '/about/guide/index',
  centres: '/about/centres/index',
  privacy: '/about/privacy/index',
  signIn: '/about/sign-in/index',
} as const;

export const orderPage = (number: string) => `${pages.order}?number=${number}`;
export const evaluatePage = (number: string) => `${pages.evaluate}?number=${number}`;

/** What a browser shows for a page. */
export function pathOf(url: string): string {
  const [page = '', query] = url.split('?');
  return `${addresses[page] ?? page}${query ? `?${query}` : ''}`;
}

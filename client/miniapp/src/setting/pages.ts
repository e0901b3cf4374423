/** The web address of each page; the same pairs stand in config/index.js (`customRoutes`). */
const paths: Record<string, string> = {
  '/pages/home/index': '/home',
  '/pages/orders/index': '/orders',
  '/pages/messages/index': '/messages',
  '/pages/me/index': '/me',
  '/report/form/index': '/report',
  '/report/receipt/index': '/receipt',
  '/follow/order/index': '/order',
  '/follow/evaluate/index': '/evaluate',
  '/follow/look-up/index': '/look-up',
  '/follow/link/index': '/link',
  '/about/guide/index': '/guide',
  '/about/centres/index': '/centres',
  '/about/privacy/index': '/privacy',
  '/about/sign-in/index': '/sign-in',
};

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
  return `${paths[page] ?? page}${query ? `?${query}` : ''}`;
}

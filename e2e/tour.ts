import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoTerminalKey } from '../functions/db/seed/seed';
import { fillByTouch } from './report-form';
import { atConsole, type Server } from './stage';
import type { TourData } from './tour-data';

const sizes = {
  phone: { width: 390, height: 844 },
  pc: { width: 1440, height: 900 },
  wide: { width: 1920, height: 1080 },
  kiosk: { width: 1080, height: 1920 },
};
type Size = keyof typeof sizes;
/** Looks at one page as it stands. */
export type Look = (page: Page, name: string) => Promise<void>;

/** Nothing is being fetched and the fonts are there: the page has come to rest. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(250);
}

interface Visit {
  name: string;
  path: string;
  signedIn?: boolean;
  /** What the device holds already. */
  kept?: Record<string, unknown>;
  /** Nobody answers any more once the page itself is there. */
  offline?: boolean;
  /** How a terminal gets there, which keeps nothing. */
  byTouch?: (page: Page, server: Pick<Server, 'base'>) => Promise<void>;
}

const receipt = {
  number: 'CM20261123000177',
  queryCode: '7K3MPX',
  version: 1,
  state: 'dispatched',
  sentence: '已转到示例人社局，将在 11 月 24 日 17:00 前接单。',
  nextSteps: [
    { text: '示例人社局接单', by: '2026-11-24T17:00:00+08:00' },
    { text: '接单后先打电话联系您', by: '2026-11-25T17:00:00+08:00' },
    { text: '办结后请您评价', by: null },
  ],
  token: '',
  earlier: false,
};
const company = { name: '上海示例有限公司', creditCode: '91350100M000100Y43' };

async function reportByTouch(page: Page, server: Pick<Server, 'base'>): Promise<void> {
  await page.goto(`${server.base}/?kiosk=1&key=${demoTerminalKey}`);
  await fillByTouch(page, server, '13800000101');
  await page.locator('#consent').tap();
  await page.tap('#submit');
  await page.waitForSelector('#receipt-number', { timeout: 30_000 });
}

const reporterPages = ({ open, resolved, undecided, session }: TourData): Visit[] => [
  { name: 'home', path: '/home' },
  { name: 'home-signed-in', path: '/home', signedIn: true },
  { name: 'report', path: '/report' },
  { name: 'report-signed-in', path: '/report', signedIn: true },
  {
    name: 'report-enterprise',
    path: '/report',
    signedIn: true,
    kept: {
      session: { ...session, reporter: { ...session.reporter, kind: 'enterprise', enterprise: company } },
    },
  },
  { name: 'receipt', path: '/receipt', kept: { receipt }, byTouch: reportByTouch },
  { name: 'receipt-gone', path: '/receipt' },
  { name: 'home-offline', path: '/home', offline: true },
  { name: 'orders-nobody', path: '/orders' },
  { name: 'orders-offline', path: '/orders', signedIn: true, offline: true },
  { name: 'order-no-number', path: '/order' },
  { name: 'orders', path: '/orders', signedIn: true },
  { name: 'messages', path: '/messages', signedIn: true },
  { name: 'me', path: '/me', signedIn: true },
  { name: 'order-open', path: `/order?number=${open}`, signedIn: true },
  { name: 'order-resolved', path: `/order?number=${resolved}`, signedIn: true },
  { name: 'order-undecided', path: `/order?number=${undecided}`, signedIn: true },
  { name: 'evaluate', path: `/evaluate?number=${resolved}`, signedIn: true },
  { name: 'look-up', path: '/look-up' },
  { name: 'link-used-up', path: `/link?token=${'x'.repeat(43)}` },
  { name: 'guide', path: '/guide' },
  { name: 'centres', path: '/centres' },
  { name: 'privacy', path: '/privacy' },
  { name: 'sign-in', path: '/sign-in' },
];

const modes: { name: string; size: Size; elder?: boolean; kiosk?: boolean; language?: string }[] = [
  { name: 'phone', size: 'phone' },
  { name: 'phone-elder', size: 'phone', elder: true },
  { name: 'phone-english', size: 'phone', language: 'en' },
  { name: 'pc', size: 'pc' },
  { name: 'pc-elder', size: 'pc', elder: true },
  { name: 'kiosk', size: 'kiosk', kiosk: true },
];

async function keep(context: BrowserContext, kept: Record<string, unknown>): Promise<void> {
  for (const [name, value] of Object.entries(kept)) {
    const text = JSON.stringify(JSON.stringify(value));
    await context.addInitScript(`localStorage.setItem('window.${name}', ${text})`);
  }
}

/** Every page of the reporters' app, in every mode. A terminal keeps nothing, so nobody is signed in there. */
export async function tourReporters(
  browser: Browser,
  server: Pick<Server, 'base'>,
  data: TourData,
  look: Look,
  wanted: (name: string) => boolean = () => true,
) {
  for (const mode of modes) {
    const preference = { elder: Boolean(mode.elder), language: mode.language ?? 'zh' };
    for (const visit of reporterPages(data)) {
      const name = `app-${visit.name}-${mode.name}`;
      if ((mode.kiosk && visit.signedIn) || !wanted(name)) continue;
      const held = mode.size === 'phone';
      const context = await browser.newContext({
        viewport: sizes[mode.size],
        locale: 'zh-CN',
        hasTouch: held || mode.kiosk,
        isMobile: held,
      });
      await keep(context, { preference, ...(visit.signedIn && { session: data.session }), ...visit.kept });
      const page = await context.newPage();
      if (visit.offline) await page.route('**/api/**', (route) => route.abort());
      const mark = mode.kiosk ? `${visit.path.includes('?') ? '&' : '?'}kiosk=1&key=${demoTerminalKey}` : '';
      if (mode.kiosk && visit.byTouch) await visit.byTouch(page, server);
      else await page.goto(`${server.base}${visit.path}${mark}`);
      if (visit.offline) await page.waitForSelector('#trouble');
      await settle(page);
      await look(page, name);
      await context.close();
    }
  }
}

const roles = ['chuangkou', 'renshe1', 'renshe-lingdao', 'paidan', 'duban', 'jiancha', 'guanli'];

/** Every page of the console that stands in the menu of each role, and one order, at three sizes. */
export async function tourConsole(browser: Browser, server: Server, data: TourData, look: Look) {
  const lookAtSizes = async (page: Page, name: string) => {
    for (const size of ['pc', 'wide', 'phone'] as const) {
      await page.setViewportSize(sizes[size]);
      await settle(page);
      await look(page, `console-${name}-${size}`);
    }
    await page.setViewportSize(sizes.pc);
  };
  const context = await browser.newContext({ viewport: sizes.pc, locale: 'zh-CN' });
  const door = await context.newPage();
  await door.goto(`${server.base}/console/`);
  await settle(door);
  await lookAtSizes(door, 'sign-in');
  await context.close();
  const seen = new Set<string>();
  for (const role of roles) {
    const page = await atConsole(browser, server.base, role);
    await settle(page);
    const menu = await page
      .locator('nav a[href], .ant-menu a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    if (menu.includes('/console/figures')) {
      await page.goto(`${server.base}/console/figures`);
      await settle(page);
      const views = await page
        .locator('nav.views a[href]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      menu.push(...views);
    }
    const order = `/console/orders/${role === 'paidan' ? data.undecided : data.open}`;
    for (const href of [...new Set(menu), ...(['admin', 'guanli'].includes(role) ? [] : [order])]) {
      const place =
        href
          .replace(/^\/console\/?/, '')
          .split('?')[0]
          ?.replaceAll('/', '-') || 'workbench';
      const name = ['workbench', 'orders'].includes(place) ? `${place}-${role}` : place;
      const shown = href === order ? `order-${role}` : name;
      if (seen.has(shown)) continue;
      seen.add(shown);
      await page.goto(`${server.base}${href}`);
      await settle(page);
      await lookAtSizes(page, shown);
    }
    await page.context().close();
  }
}

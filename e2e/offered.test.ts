import type { Browser, Page } from 'playwright-core';
import { states } from '../shared/order/state';
import { askApi, openRehearsal, type Tried } from './offered/ask-api';
import { allCommands } from './offered/bodies';
import { type Hall, openHall } from './offered/hall';
import { makePeople, type Person } from './offered/people';
import { type Prepared, prepareOrders } from './offered/prepared-orders';
import { openBrowser } from './stage';

let hall: Hall;
let browser: Browser;
let people: Person[];
let orders: Prepared[];
let partners: string[];
beforeAll(async () => {
  hall = await openHall();
  browser = await openBrowser();
  ({ orders, partners } = await prepareOrders(hall.world));
  people = await makePeople(hall.world);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await hall?.close();
});

async function signedIn(person: Person): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const [name = '', value = ''] = person.cookie.split('=');
  await context.addCookies([{ name, value, url: hall.base }]);
  const page = await context.newPage();
  await page.goto(`${hall.base}/console/`);
  await page.waitForSelector('[data-testid=sign-out]');
  return page;
}

/** Opens the order's page as a click on its line does, and reads which commands have a button there. */
async function offeredTo(page: Page, number: string): Promise<string[]> {
  const path = JSON.stringify(`/console/orders/${number}`);
  await page.evaluate(`history.pushState(null, '', ${path}); dispatchEvent(new PopStateEvent('popstate'))`);
  await page.waitForSelector(`[data-order="${number}"]`);
  return page
    .locator('[data-testid^=command-]:not([data-testid=command-submit])')
    .evaluateAll((buttons) => buttons.map((each) => (each.getAttribute('data-testid') ?? '').slice(8)));
}

it('has an order in every state', () => {
  expect([...new Set(orders.map(({ seen }) => seen.state))].sort()).toEqual([...states].sort());
});

/** What every person can really do to every order. */
async function askAll(): Promise<Tried[][]> {
  const rehearsal = openRehearsal(hall.world);
  const all: Tried[][] = [];
  for (const person of people) {
    const tried: Tried[] = [];
    for (const [turn, order] of orders.entries())
      tried.push(await askApi(rehearsal, person, order, partners, turn));
    all.push(tried);
  }
  return all;
}

/** What every person is offered, read from the screen; of the orders that may not be seen every eighth is looked at. */
async function readScreens(all: Tried[][]): Promise<string[][][]> {
  const read: string[][][] = [];
  for (const [who, person] of people.entries()) {
    const page = await signedIn(person);
    const offered: string[][] = [];
    for (const [which, { number }] of orders.entries()) {
      const looked = all[who]?.[which]?.visible || (which + who) % 8 === 0;
      offered.push(looked ? await offeredTo(page, number) : []);
    }
    read.push(offered);
    await page.context().close();
  }
  return read;
}

it('offers every person on every order exactly the commands that the API lets that person do', async () => {
  const all = await askAll();
  const screens = await readScreens(all);
  const wrong = people.flatMap(({ title }, who) =>
    orders.flatMap((order, which) => {
      const offered = screens[who]?.[which] ?? [];
      const tried = all[who]?.[which];
      const done = tried?.done ?? [];
      const odd = tried?.odd ?? [];
      const found: [string, string[]][] = [
        ['offered and refused:', offered.filter((each) => !done.includes(each))],
        ['possible and not offered:', done.filter((each) => !offered.includes(each))],
        ['refused for its input alone:', odd],
      ];
      return found
        .filter(([, commands]) => commands.length > 0)
        .map(
          ([what, commands]) =>
            `${title} · ${order.seen.state} (${order.title}): ${what} ${commands.join(', ')}`,
        );
    }),
  );
  expect(wrong).toEqual([]);
  const tried = all.flat();
  const taken = new Set(tried.flatMap(({ done }) => done));
  const ofReporters = ['appeal', 'evaluate', 'withdraw'];
  expect(allCommands.filter((each) => !taken.has(each) && !ofReporters.includes(each))).toEqual([]);
  const sent = tried.reduce((sum, each) => sum + each.sent, 0);
  console.log(
    `${sent} commands sent by ${people.length} people to ${orders.length} orders, each as on the screen`,
  );
}, 900_000);

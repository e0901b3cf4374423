import type { Browser, Page } from 'playwright-core';
import { handsOf } from './hands';
import { resolved } from './resolved';
import { atConsole, openBrowser, type Server, startServer } from './stage';
import { call, makeReport, staffCommand, staffCookie } from './tour-data';

let server: Server;
let browser: Browser;
let page: Page;
let number: string;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await atConsole(browser, server.base, 'duban');
  number = await makeReport(server, '材料都交了三次，窗口说系统里查不到，一直没有受理。', '社会保险登记');
  await resolved(server, number, 'renshe1');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('follows from the district’s call to a demand and to a bulletin that names the unit', async () => {
  // The district's call finds it unsolved: two clicks beside the script.
  const dispatcher = await atConsole(browser, server.base, 'paidan');
  await dispatcher.goto(`${server.base}/console/callbacks?list=district-callbacks`);
  await dispatcher.waitForSelector(`[data-order="${number}"] [data-testid=script]`);
  await dispatcher.click('[data-testid=field-result-unresolved]');
  await dispatcher.click('[data-testid=command-submit]');
  await untilFinding();

  // The supervisor presses, by keyboard.
  const hands = handsOf(page);
  await page.goto(`${server.base}/console/supervision`);
  await page.waitForSelector(`[data-order="${number}"] [data-testid=do-supervise]`);
  expect(await page.textContent('[data-testid=demands]')).toContain('区级回访：发现未解决');
  await hands.reach('[data-testid=do-supervise]', 90);
  await hands.press('Enter');
  await page.waitForSelector('[data-testid=field-reason]');
  await hands.words('答复与实情不符');
  await hands.reach('[data-testid=field-demand]');
  await hands.words('重新受理，并当面告知结果');
  await hands.press('Control+Enter');
  await page.waitForSelector('.rest');
  await page.click('[data-testid=list-rectifying]');
  await page.waitForSelector(`[data-order="${number}"]`);
  expect(await page.textContent('[data-testid=demands]')).toContain('重新受理，并当面告知结果');

  // What was found is named: the order brings its unit.
  await page.click('[data-testid=list-bulletin]');
  await page.waitForSelector('[data-testid=name-it]');
  await page.click('[data-testid=name-it]');
  await page.fill('[data-testid=bulletin-title]', '关于社会保险登记答复不实的通报');
  expect(await page.textContent('form')).toContain('区人力资源社会保障局');
  await page.fill('[data-testid=bulletin-text]', '请对照检查，一周内报整改情况。');
  await page.click('[data-testid=bulletin-submit]');
  await page.waitForSelector('[data-testid=bulletin]');
  expect(await page.textContent('[data-testid=bulletin]')).toContain('区人力资源社会保障局');
  await page.goto(`${server.base}/console/supervision?list=bulletin`);
  await page.waitForSelector('.rest');
});

/** The finding stands in the supervisor's list once the call was taken. */
async function untilFinding(): Promise<void> {
  const supervisor = await staffCookie(server, 'duban');
  for (let left = 50; left > 0; left -= 1) {
    const { items } = await call<{ items: { number: string }[] }>(
      server,
      'GET',
      '/desk/orders?queue=findings',
      undefined,
      supervisor,
    );
    if (items.some((each) => each.number === number)) return;
    await page.waitForTimeout(200);
  }
  throw new Error('The finding did not reach the supervisor');
}

it('calls back what the district centre led itself, by the same script', async () => {
  const own = await makeReport(server, '办什么手续我也说不清，反正跑了三个地方都说不归他们管。');
  const { items } = await page.evaluate<{ items: { id: string; name: string }[] }>(
    `fetch('/api/desk/units').then((answer) => answer.json())`,
  );
  const dispatcher = await staffCookie(server, 'paidan');
  const unitId = items.find(({ name }) => name === '区行政服务中心')?.id;
  await staffCommand(server, dispatcher, own, 'dispatch', { unitId, reason: '由中心办理' });
  const centre = await staffCookie(server, 'danwei1-1');
  await staffCommand(server, centre, own, 'accept');
  await staffCommand(server, centre, own, 'resolve', {
    found: '三处都能办',
    done: '已当面办好',
    rule: '一网通办管理办法',
    result: 'solved',
    cause: 'unclear-guide',
    contact: { means: 'phone' },
  });
  await page.goto(`${server.base}/console/callbacks`);
  await page.waitForSelector(`[data-order="${own}"] [data-testid=script]`);
  await page.click('[data-testid=field-result-confirmed]');
  await page.click('[data-testid="field-satisfaction-4"]');
  await page.click('[data-testid=command-submit]');
  await page.waitForSelector('.rest');
  await page.goto(`${server.base}/console/orders/${own}`);
  await page.waitForSelector('.lines');
  expect(await page.textContent('.lines')).toContain('区级回访：确认已解决');
});

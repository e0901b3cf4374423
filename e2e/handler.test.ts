import type { Browser, Page } from 'playwright-core';
import { handsOf } from './hands';
import { resolved } from './resolved';
import { atConsole, openBrowser, type Server, startServer } from './stage';
import { makeReport, staffCommand, staffCookie } from './tour-data';

let server: Server;
let browser: Browser;
let one: Page;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  one = await atConsole(browser, server.base, 'renshe1');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const state = (page: Page) => page.textContent('[data-testid=order-state]');
const untilState = (page: Page, word: string) =>
  page.waitForSelector(`[data-testid=order-state]:text-is("${word}")`);

it('accepts, contacts, replies and sees what comes next, by keyboard alone', async () => {
  const number = await makeReport(
    server,
    '材料都交了三次，窗口说系统里查不到，一直没有受理。',
    '社会保险登记',
  );
  const hands = handsOf(one);
  await one.goto(`${server.base}/console/`);
  await one.waitForSelector(`[data-testid="step-${number}"]`);
  await hands.reach(`[data-testid="step-${number}"]`);
  await hands.press('Enter');
  await one.waitForSelector('[data-testid=command-submit]');
  await one.waitForSelector('[data-testid=command-submit]:focus');
  await hands.press('Enter');
  await untilState(one, '办理中');

  await hands.press('Alt+n');
  await one.waitForSelector('[data-testid="field-result-reached"]');
  await hands.press('Control+Enter');
  await one.waitForSelector('[data-testid=command-submit]', { state: 'detached' });

  await hands.press('Alt+n');
  await one.waitForSelector('[data-testid="field-complexity-simple"]');
  await hands.press('Space', 'Control+Enter');
  await one.waitForSelector('[data-testid=command-submit]', { state: 'detached' });

  await hands.press('Alt+n');
  await one.waitForSelector('[data-testid=field-found]');
  await hands.words('系统里缺一条登记');
  await hands.reach('[data-testid=field-done]');
  await hands.words('已补录，当面受理');
  await hands.reach('[data-testid=field-rule]');
  await hands.words('社会保险登记规定');
  await hands.reach('[data-testid=field-cause]');
  await hands.press('ArrowDown', 'Control+Enter');
  await untilState(one, '已办结待回访');
  expect(await one.textContent('[data-testid=order-title]')).toContain(number);
  console.log(`Accepted, contacted, classified and replied with ${hands.count()} key presses`);
});

it('is told what changed when somebody was faster, keeps the words and can go on', async () => {
  const number = await makeReport(server, '单位参保登记一直没有办下来，电话里说法不一样。', '社会保险登记');
  const other = await staffCookie(server, 'renshe2');
  await staffCommand(server, other, number, 'accept');
  await one.goto(`${server.base}/console/orders/${number}?do=explain`);
  await one.waitForSelector('[data-testid=field-reason]');
  await one.keyboard.insertText('要等外省回函');
  await staffCommand(server, other, number, 'classify', { complexity: 'complex' });
  await one.fill('[data-testid=field-plan]', '每周催一次');
  await one.fill('[data-testid=field-nextReportOn]', await nextWorkingDay());
  await one.press('[data-testid=field-plan]', 'Control+Enter');
  await one.waitForSelector('[data-testid=changed]');
  expect(await one.textContent('[data-testid=changed-lines]')).toContain('难易程度定为“复杂”');
  expect(await one.inputValue('[data-testid=field-reason]')).toBe('要等外省回函');
  await one.click('[data-testid=changed-go-on]');
  await one.press('[data-testid=field-plan]', 'Control+Enter');
  await one.waitForSelector('[data-testid=command-submit]', { state: 'detached' });
  expect(await one.textContent('.lines')).toContain('要等外省回函');
  expect(await state(one)).toBe('办理中');
});

/** The first day after today that the district works, as the server's calendar has it. */
async function nextWorkingDay(): Promise<string> {
  const day = new Date(Date.now() + 86_400_000 + 8 * 3_600_000);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

it('calls back in two clicks on a phone', async () => {
  const number = await makeReport(server, '单位参保登记一直没有办下来，电话里说法不一样。', '社会保险登记');
  await resolved(server, number, 'renshe1');
  const two = await atConsole(browser, server.base, 'renshe2');
  await two.setViewportSize({ width: 390, height: 844 });
  await two.goto(`${server.base}/console/orders/${number}`);
  await two.click('[data-testid=next-step]');
  await two.waitForSelector('[data-testid=script]');
  expect(await two.textContent('[data-testid=script]')).toContain('社会保险登记');
  await two.click('[data-testid=reveal]');
  expect(await two.textContent('[data-testid=revealed]')).toContain('13800000100');
  await two.click('[data-testid=field-result-solved]');
  await two.click('[data-testid=command-submit]');
  await two.waitForSelector('[data-testid=command-submit]', { state: 'detached' });
  expect(await two.textContent('.lines')).toContain('单位回访：已解决');
  const wider = await two.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wider).toBeLessThanOrEqual(0);
});

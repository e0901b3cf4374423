import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { toReporter } from '../shared/notice/timeline';
import { atConsole, command, openBrowser, type Server, startServer } from './stage';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The code that was sent last, read where the demonstration shows it: the console's outbox page. */
async function readCode(outbox: Page): Promise<string> {
  await outbox.goto(`${server.base}/console/outbox`);
  const text = await outbox.locator('[data-testid=outbox-text]', { hasText: '验证码' }).first().textContent();
  return text?.match(/\d{6}/)?.[0] ?? '';
}

/** Words that a page must show as they are, never obey. */
const story =
  '<img src=x onerror="document.title=`taken`"><b>材料</b>都交了三次，窗口说系统里查不到，一直没有受理。\u202e\';drop table event;--';

async function report(phone: Page, outbox: Page): Promise<{ number: string; code: string }> {
  await phone.goto(`${server.base}/report`);
  await phone.fill('#matter-search', '社会保险登记');
  await phone.getByText('社会保险登记', { exact: true }).first().click();
  await phone.locator('#place-unknown, #place-unsure, #place-none, #place input').last().click();
  await phone.click('#stage-not-accepted');
  await phone.fill('#story', story);
  await phone.fill('#phone', '13800000001');
  await phone.click('#send-code');
  await phone.waitForTimeout(800);
  await phone.fill('#code', await readCode(outbox));
  await phone.click('#verify-code');
  await phone.waitForSelector('#phone-tied');
  await phone.fill('#name', '示例市民');
  for (const name of ['Landscape_9.jpg', 'heic-iphone7.heic']) {
    const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), phone.click('#add-album')]);
    await chooser.setFiles(join(__dirname, '../data/photos', name));
    await phone.waitForTimeout(1500);
  }
  await phone.waitForTimeout(4000);
  await phone.locator('#consent').click();
  await phone.click('#submit');
  await phone.waitForSelector('#receipt-number', { timeout: 30_000 });
  const number = ((await phone.textContent('#receipt-number')) ?? '').replace(/\s/g, '');
  return { number, code: ((await phone.textContent('#receipt-code')) ?? '').replace(/\s/g, '') };
}

async function judge(phone: Page, number: string, solved: boolean, satisfaction: number): Promise<void> {
  await phone.goto(`${server.base}/evaluate?number=${number}`);
  await phone.locator(`#solved-${solved ? 'yes' : 'no'}`).click();
  await phone.locator(`#level-${satisfaction}`).click();
  await phone.click('#submit-evaluation');
  await phone.waitForSelector('#thanks');
}

const reply = {
  found: '材料清单写得不清楚',
  done: '已当面受理',
  rule: '社会保险登记规定',
  result: 'solved',
  cause: 'unclear-guide',
};

it('lives the whole loop in a browser, and verify names what was altered or removed by hand', async () => {
  const dispatcher = await atConsole(browser, server.base, 'paidan');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const phone = await context.newPage();
  const { number, code } = await report(phone, dispatcher);
  expect(number).toMatch(/^CM\d{14}$/);
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
  await readAsText(phone, `${server.base}/order?number=${number}`, '#order-story');
  const go = (page: Page, name: string, fields = {}) => command(page, server.base, number, name, fields);
  const one = await atConsole(browser, server.base, 'renshe1');
  const two = await atConsole(browser, server.base, 'renshe2');
  const insurance = await atConsole(browser, server.base, 'yibao1');
  const supervisor = await atConsole(browser, server.base, 'duban');
  await readAsText(one, `${server.base}/console/orders/${number}`, '.story');
  expect(await go(one, 'accept')).toContain('办理中');
  await go(one, 'contact', { result: 'reached', means: 'phone' });
  await go(one, 'classify', { complexity: 'complex' });
  const asked = await one.evaluate(async (wanted) => {
    const order = (await (await fetch(`/api/orders/${wanted}`)).json()) as {
      clocks: { kind: string; dueAt: string }[];
    };
    return order.clocks.find((clock) => clock.kind === 'resolve')?.dueAt.slice(0, 10) ?? '';
  }, number);
  await go(one, 'assist', { unitId: '区医保局', request: '请核对参保记录', dueOn: asked });
  await go(insurance, 'assist-reply', { assistId: '区医保局', reply: '已核对，记录正常' });
  expect(await go(one, 'resolve', reply)).toContain('待回访');
  await go(two, 'unit-callback', { result: 'solved' });
  await judge(phone, number, false, 1);
  await go(dispatcher, 'district-callback', { result: 'unresolved' });
  expect(
    await go(supervisor, 'supervise', { reason: '没有真正解决', demand: '重新受理并告知结果' }),
  ).toContain('整改');
  expect(await go(one, 'resolve', reply)).toContain('待回访');
  await go(two, 'unit-callback', { result: 'solved' });
  await judge(phone, number, true, 5);
  await waitForClosed(one, number);
  await agree(phone, dispatcher, number);
  await compareAndTamper(number);
}, 240_000);

/** The page shows the reporter's words letter by letter, and makes no element of them. */
async function readAsText(page: Page, address: string, place: string): Promise<void> {
  await page.goto(address);
  const shown = page.locator(place).first();
  await shown.waitFor();
  expect(await shown.textContent()).toContain(story);
  expect(await shown.locator('img, b').count()).toBe(0);
  expect(await page.title()).not.toContain('taken');
}

interface Line {
  seq: number;
  kind: string;
  at: string;
  title: string;
  internal: boolean;
}

/** What a reporter is not shown though it is no internal note: the district's own reminders and asides. */
const staffOnly = ['alarm.sounded', 'personal.revealed', 'assist.declined', 'assist.arbitrated'];

/** The reporter's timeline, the ledger's line and the chain of events tell the same story (spec 2, 8). */
async function agree(phone: Page, dispatcher: Page, number: string): Promise<void> {
  const inspector = await atConsole(browser, server.base, 'jiancha');
  const read = <T>(page: Page, path: string) =>
    page.evaluate(async (at) => (await (await fetch(at)).json()) as never, path) as Promise<T>;
  const chain = await read<{ items: Line[] }>(inspector, `/api/inspection/orders/${number}/chain`);
  const shown = await read<{ timeline: Line[]; state: string; clocks: { kind: string }[] }>(
    dispatcher,
    `/api/orders/${number}`,
  );
  const key = ({ seq, kind, at }: Line) => `${seq} ${kind} ${at}`;
  expect(shown.timeline.map(key)).toEqual(chain.items.map(key));
  const ledger = await read<{ items: { number: string; state: string }[] }>(
    dispatcher,
    `/api/desk/orders?q=${number}`,
  );
  expect(ledger.items.map((line) => [line.number, line.state])).toEqual([[number, 'closed']]);
  expect(shown.state).toBe('closed');
  await phone.goto(`${server.base}/order?number=${number}`);
  await phone.waitForSelector('#timeline li');
  const titles = await phone.locator('#timeline .moment-title').allTextContents();
  const forReporter = shown.timeline.filter((line) => !line.internal && !staffOnly.includes(line.kind));
  expect(titles).toEqual(forReporter.map((line) => toReporter(line.title)).reverse());
}

/** The system closes within a minute of the last answer. */
async function waitForClosed(page: Page, number: string): Promise<void> {
  for (let left = 80; left > 0; left -= 1) {
    await page.goto(`${server.base}/console/orders/${number}`);
    await page.waitForSelector('[data-testid=order-state]');
    if ((await page.textContent('[data-testid=order-state]'))?.includes('已归档')) return;
    await page.waitForTimeout(1000);
  }
  throw new Error('The order was not closed');
}

/** Timeline and ledger agree; each hand-made change in the database is named by verify, at the inspector's page. */
async function compareAndTamper(number: string): Promise<void> {
  const inspector = await atConsole(browser, server.base, 'jiancha');
  const verify = async () => {
    await inspector.goto(`${server.base}/console/audit`);
    await inspector.fill('[data-testid=verify-number]', number);
    await inspector.click('[data-testid=verify]');
    const verdict = inspector.locator('[data-testid=verdict-whole], [data-testid=verdict-broken]');
    await verdict.waitFor();
    return (await verdict.textContent()) ?? '';
  };
  expect(await verify()).toContain('完整');
  const runtime = JSON.parse(readFileSync(join(server.dataDir, 'runtime.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${runtime.password}@127.0.0.1:${runtime.port}/postgres`,
  });
  await client.connect();
  const { rows } = await client.query<{ id: number; seq: number; kind: string }>(
    'select e.* from event e join "order" o on o.id = e.order_id where o.number = $1 order by e.seq',
    [number],
  );
  expect(rows.map((row) => row.kind)).toEqual(
    expect.arrayContaining(['order.submitted', 'order.supervised', 'order.evaluated', 'order.closed']),
  );
  await client.query('set session_replication_role = replica');
  await client.query("update event set kind = 'order.urged' where id = $1", [rows[2]?.id]);
  expect(await verify()).toContain(`第 ${rows[2]?.seq} 条记录被改动`);
  await client.query('update event set kind = $2 where id = $1', [rows[2]?.id, rows[2]?.kind]);
  expect(await verify()).toContain('完整：');
  await client.query('delete from event where id = $1', [rows.at(-1)?.id]);
  expect(await verify()).toContain(`第 ${rows.at(-1)?.seq} 条记录最后的记录被删除`);
  await client.end();
}

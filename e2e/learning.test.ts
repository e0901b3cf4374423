import type { Browser, Page } from 'playwright-core';
import { atConsole, openBrowser, type Server, startServer } from './stage';
import { makeTourData, type TourData } from './tour-data';

let server: Server;
let browser: Browser;
let data: TourData;
beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  data = await makeTourData(server);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const day = (later: number) =>
  new Date(Date.now() + 8 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
const at = (name: string) => `[data-testid=${name}]`;

async function step(page: Page, name: string, fields: Record<string, string>): Promise<void> {
  await page.click(at(`step-${name}`));
  for (const [field, value] of Object.entries(fields)) await page.fill(at(field), value);
  await page.click(at('step-submit'));
  await page.waitForSelector(at('step-submit'), { state: 'detached' });
}
const state = (page: Page) => page.textContent(at('problem-state'));

it('a unit’s head opens a problem from an order, sets a measure, marks it done and sees its effect; the district confirms', async () => {
  const unit = await atConsole(browser, server.base, 'renshe-lingdao');
  await unit.goto(`${server.base}/console/orders/${data.resolved}`);
  await unit.click(at('list-as-problem'));
  await unit.fill(at('problem-title'), '参保登记的材料清单线上线下不一致');
  await unit.getByLabel('原因', { exact: true }).click();
  await unit.getByText('办事指南或材料清单不清楚').last().click();
  await unit.click(at('problem-submit'));
  await unit.waitForSelector(at('problem-state'));
  expect(await state(unit)).toContain('待定措施');

  await step(unit, 'measure', { 'measure-text': '统一线上线下清单，窗口贴出样张', 'measure-due': day(14) });
  expect(await state(unit)).toContain('整改中');
  await step(unit, 'finish', { 'step-note': '清单已统一，窗口样张已贴出' });
  expect(await state(unit)).toContain('已完成，待确认');
  expect(await unit.textContent(at('effect'))).toContain('暂不判断');
  const address = unit.url();

  const district = await atConsole(browser, server.base, 'paidan');
  await district.goto(address);
  await step(district, 'confirm', { 'step-note': '抽查三个窗口，清单一致' });
  expect(await state(district)).toContain('确认有效');
  await district.goto(`${server.base}/console/orders/${data.resolved}`);
  await district.getByRole('link', { name: '参保登记的材料清单线上线下不一致' }).waitFor();
}, 120_000);

it('a unit’s head confirms the month’s list, and the district sees who has not', async () => {
  const unit = await atConsole(browser, server.base, 'renshe-lingdao');
  await unit.goto(`${server.base}/console/problems?view=months`);
  await unit.click(`${at('confirm-month')} >> nth=0`);
  await unit.getByText('● 示例局负责人').waitFor();
  const district = await atConsole(browser, server.base, 'duban');
  await district.goto(`${server.base}/console/problems?view=months`);
  await district.getByText(/还有 \d+ 个没有确认/).waitFor();
  await district.getByText('● 示例局负责人').waitFor();
}, 60_000);

it('a supervisor reads the year line by line, makes a new version of the rule, and freezes the year that is over', async () => {
  const page = await atConsole(browser, server.base, 'duban');
  const lastYear = Number(day(0).slice(0, 4)) - 1;
  await page.goto(`${server.base}/console/assessment?view=rules`);
  await page.click(at('new-rule'));
  await page.fill(at('rule-note'), '示例调整');
  await page.click(at('rule-submit'));
  await page.getByText('第 1 版').waitFor();

  await page.goto(`${server.base}/console/assessment?year=${lastYear}`);
  await page.getByRole('button', { name: '看逐项：区人力资源社会保障局' }).click();
  await page.getByRole('dialog').getByText('接单按时率').waitFor();
  await page.keyboard.press('Escape');
  await page.click(at('freeze'));
  await page.getByRole('button', { name: '确定冻结' }).click();
  expect(await page.textContent(at('frozen'))).toContain('已冻结');
}, 60_000);

it('a unit’s head completes and submits last month’s report, and the district reads it', async () => {
  const unit = await atConsole(browser, server.base, 'renshe-lingdao');
  await unit.goto(`${server.base}/console/unit-reports`);
  await unit.getByRole('link', { name: '区人力资源社会保障局' }).click();
  await unit.fill(at('report-plans'), '下月检查窗口材料清单。');
  await unit.click(at('report-submit'));
  await unit.waitForSelector(at('report-state'));
  const district = await atConsole(browser, server.base, 'paidan');
  await district.goto(unit.url());
  await district.getByText('下月检查窗口材料清单。').waitFor();
}, 60_000);

it('a practice from a finished improvement is proposed, approved and shown to other units', async () => {
  const unit = await atConsole(browser, server.base, 'renshe-lingdao');
  await unit.goto(`${server.base}/console/problems`);
  await unit.getByRole('link', { name: '参保登记的材料清单线上线下不一致' }).click();
  await unit.getByRole('link', { name: '推荐为好做法' }).click();
  const words = {
    title: '一张清单办参保登记',
    problem: '线上线下的材料清单不一样，请打 13800000001。',
    approach: '把两处清单合成一张，窗口贴出样张。',
    effect: '同样的诉求没有再发生。',
  };
  for (const [name, text] of Object.entries(words)) await unit.fill(at(`practice-${name}`), text);
  await unit.click(at('practice-submit'));
  await unit.getByText('有手机号（138****01），请改写').waitFor();
  await unit.fill(at('practice-problem'), '线上线下的材料清单不一样，群众来回跑。');
  await unit.click(at('practice-submit'));
  await unit.waitForURL(/practices$/);

  const supervisor = await atConsole(browser, server.base, 'duban');
  await supervisor.goto(`${server.base}/console/practices?state=proposed`);
  await supervisor.click(at('practice-step-approve'));
  await supervisor.getByText('这里还没有').waitFor();
  const other = await atConsole(browser, server.base, 'yibao1');
  await other.goto(`${server.base}/console/practices`);
  await other.getByRole('heading', { name: '一张清单办参保登记' }).waitFor();
}, 90_000);

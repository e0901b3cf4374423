import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { openScale } from '../bench/scale/open-scale';
import { seedId } from '../functions/db/seed/units';
import { staticPages } from '../functions/start/static-pages';
import type { TestWorld } from '../functions/testing/database';
import { staff } from '../functions/testing/people';
import { findOffice, toPictures } from './office';
import { freePort, openBrowser } from './stage';

const root = join(__dirname, '..');
const folder = join(root, 'screenshots', 'reports');
/** A district of its own, of three years up to 18 November 2026; kept, so that the next run is quick. */
const orders = 8_000;

async function makeFiles(world: TestWorld): Promise<{ files: string[]; snapshot: string }> {
  const supervisor = await staff(world, 'duban');
  const { rows } = await world.owner.query(
    "select id from unit where kind = 'department' order by name limit 2",
  );
  const bulletin = await supervisor.call('POST', '/desk/bulletins', {
    title: '关于社会保险登记超期未办的通报',
    text: '经督查，以下单位在办理社会保险登记类诉求时，未在规定期限内联系反映人，也未说明原因。\n请于一周内完成整改，并将整改情况报区政务服务办。',
    unitIds: rows.map((row) => row.id),
    orderNumbers: [],
  });
  const made: Record<string, unknown>[] = [];
  for (const kind of ['month', 'year'])
    made.push((await supervisor.call('POST', '/reports/snapshots', { kind, day: '2026-10-31' })).body);
  const answer = await world.app.request('/api/staff/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'duban', password: 'demo-2026' }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const [month, year] = made.map(({ id }) => String(id));
  const wanted: [string, string][] = [
    ['month.docx', `snapshots/${month}/notice.docx`],
    ['year.docx', `snapshots/${year}/notice.docx`],
    ['figures.xlsx', `snapshots/${month}/figures.xlsx`],
    ['bulletin.docx', `bulletins/${bulletin.body.id}/bulletin.docx`],
    ['figure-orders.xlsx', 'exports/figure-orders.xlsx?from=2026-10-01&to=2026-10-31&figure=received'],
    ['unit.docx', `../learning/unit-reports/${seedId('区人力资源社会保障局')}/2026-10/report.docx`],
  ];
  for (const [name, path] of wanted) {
    const file = await world.app.request(
      new URL(path, 'http://here/api/reports/').pathname + new URL(path, 'http://here').search,
      { headers: { cookie } },
    );
    if (!file.ok) throw new Error(`${path}: ${file.status}`);
    writeFileSync(join(folder, name), Buffer.from(await file.arrayBuffer()));
  }
  return { files: wanted.map(([name]) => name), snapshot: month ?? '' };
}

/** The console's pages of reports with a district's month behind them. */
async function picturePages(world: TestWorld, snapshot: string): Promise<void> {
  const app = new Hono();
  app.use('/console/*', staticPages(join(root, 'client/console/dist'), '/console/'));
  app.route('/', world.app);
  const port = await freePort();
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  const browser = await openBrowser();
  const base = `http://127.0.0.1:${port}`;
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${base}/console/`);
  await page.fill('[data-testid=signin-username]', 'duban');
  await page.fill('[data-testid=signin-password]', 'demo-2026');
  await page.click('[data-testid=signin-submit]');
  await page.waitForSelector('[data-testid=sign-out]');
  for (const [size, width, height] of [
    ['pc', 1440, 900],
    ['phone', 390, 844],
  ] as const)
    for (const [name, path] of [
      ['reports', '/console/reports'],
      ['draft', `/console/reports/${snapshot}`],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`${base}${path}`);
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(folder, `console-${name}-${size}.png`), fullPage: true });
    }
  await browser.close();
  server.close();
}

/** Makes one of each report over a made-up district's October and pictures it: as LibreOffice opens it, and in the console. */
async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const world = await openScale(orders);
  try {
    const { files, snapshot } = await makeFiles(world);
    if (!process.argv.includes('--files')) await picturePages(world, snapshot);
    const office = findOffice();
    if (!office)
      console.log(
        'LibreOffice (soffice) or pdftoppm is not on this machine: the files are made, not pictured.',
      );
    else
      for (const name of files)
        console.log(`${name}: ${toPictures(office, join(folder, name)).length} pages`);
  } finally {
    await world.close();
  }
  console.log(`Reports in ${folder}`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});

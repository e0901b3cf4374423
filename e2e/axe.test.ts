import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, type Server, startServer } from './stage';
import { tourConsole, tourReporters } from './tour';
import { makeTourData, type TourData } from './tour-data';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const wanted = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What breaks WCAG 2.2 A or AA on the page, in a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: wanted } });
  const found: unknown = await page.evaluate(`axe.run(document, ${options}).then((all) => all.violations)`);
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => {
      const why = failureSummary.replace(/\s+/g, ' ').slice(0, 200);
      return `${id}: ${html.slice(0, 160)} — ${why}`;
    }),
  );
}

/** Everything found on the whole tour, by page. */
const collect = (into: Record<string, string[]>) => async (page: Page, name: string) => {
  const found = await violations(page);
  if (found.length > 0) into[name] = found;
};

it('every page of the reporters’ app, in every mode, can be read and used by everybody', async () => {
  const found: Record<string, string[]> = {};
  await tourReporters(browser, server, data, collect(found));
  expect(found).toEqual({});
}, 600_000);

it('every page of the console, for every role, can be read and used by everybody', async () => {
  const found: Record<string, string[]> = {};
  await tourConsole(browser, server, data, collect(found));
  expect(found).toEqual({});
}, 600_000);

import type { Browser, Page } from 'playwright-core';
import { openBrowser, type Server, startServer } from './stage';
import { tourConsole, tourReporters } from './tour';
import { makeTourData, type TourData } from './tour-data';
import { violations } from './violations';

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

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, startServer } from './stage';
import { tourConsole, tourReporters } from './tour';
import { makeTourData } from './tour-data';
import { pictureWholePage } from './whole-page';

const folder = join(__dirname, '..', 'screenshots');

/**
 * Pictures of every page in every mode, into `screenshots/`. `npm run screenshots app` or `console` for one half;
 * further words, such as `report` or `-pc`, choose pages of the app whose names hold one of them.
 */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [half, ...words] = process.argv.slice(2);
  const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
  const server = await startServer();
  const browser = await openBrowser();
  let count = 0;
  const look = async (page: Parameters<Parameters<typeof tourReporters>[3]>[0], name: string) => {
    await pictureWholePage(page, join(folder, `${name}.png`));
    count += 1;
  };
  try {
    const data = await makeTourData(server);
    if (half !== 'console') await tourReporters(browser, server, data, look, wanted);
    if (half !== 'app') await tourConsole(browser, server, data, look);
  } finally {
    await browser.close();
    await server.stop();
  }
  console.log(`${count} pictures in ${folder}`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});

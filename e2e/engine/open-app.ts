import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { ask, builtFor } from './network';
import type { PackageFiles } from './package-files';
import { origin, servePackage } from './serve-package';
import type { Asking, Launch, Person } from './wire';

const nobody: Person = { code: 'code-of-nobody', phone: {} };

/** A built package running on the engine, in the hands of one person. */
export interface MiniApp {
  page: Page;
  /** Every page of the package. */
  pages: string[];
  /** What went wrong: errors of scripts and engine, and requests answered by 500 or not at all. */
  faults: string[];
  /** Each request that was answered: method, path, status, and how many bytes of a file it carried. */
  asked: { method: string; path: string; status: number; bytes: number }[];
  /** What the person was told outside the pages: toasts, dialogs, titles. */
  notes: { kind: string; text: string }[];
  /** Starts the app cold at a page, as by a link or a QR code. */
  start(path: string, query?: Record<string, string>): Promise<void>;
  /** An element of the page on top by the id that the app gave it. */
  at(id: string): Locator;
  /** The words of the page on top. */
  words(): Promise<string>;
  /** Waits until this page is on top. */
  arrive(path: string): Promise<unknown>;
  /** What a person does beside touching the page; answers what the page answered. */
  does(what: 'pullDown' | 'goBack' | 'leave' | 'comeBack' | 'share' | 'newVersion'): Promise<unknown>;
  /** Scans a hall's QR code while the app is open. */
  scans(scene: string): Promise<unknown>;
  close(): Promise<void>;
}

interface Hands {
  base: string;
  files: PackageFiles;
  person?: Person;
  /** Photos in the album, by path. */
  photos?: string[];
}

const pathOf = (url: string) => new URL(url).pathname;

/** Opens the package in a browser window of a phone's size. */
export async function openApp(
  browser: Browser,
  { base, files, person, photos = [] }: Hands,
): Promise<MiniApp> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const app: Pick<MiniApp, 'faults' | 'asked' | 'notes'> = { faults: [], asked: [], notes: [] };
  let launch: Launch = { path: '', query: {}, scene: 1001, person: person ?? nobody };
  page.on('pageerror', (failure) => app.faults.push(`uncaught: ${failure.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' || /暂不支持|not defined/.test(line.text())) app.faults.push(line.text());
  });
  await page.exposeFunction('hostRequest', async (asking: Asking) => {
    const answer = await ask(base, asking);
    const path = pathOf(asking.url);
    const bytes = asking.body && 'base64' in asking.body ? (asking.body.base64.length * 3) / 4 : 0;
    if (answer) app.asked.push({ method: asking.method, path, status: answer.status, bytes });
    if (!answer || answer.status >= 500)
      app.faults.push(`${asking.method} ${path}: ${answer?.status ?? 'no answer'}`);
    return answer;
  });
  await page.exposeFunction('hostPhotos', (most: number) =>
    photos
      .slice(0, most)
      .map((file) => ({ name: basename(file), base64: readFileSync(file).toString('base64') })),
  );
  await page.exposeFunction('hostNote', (kind: string, text: string) => app.notes.push({ kind, text }));
  await page.route(`${builtFor}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(builtFor, base) });
    await route.fulfill({ response });
  });
  await servePackage(page, files, () => launch);
  return {
    page,
    pages: files.pages,
    ...app,
    at: (id) => page.locator(`.screen.on-top [id$="--${id}"]`).first(),
    words: async () => (await page.locator('.screen.on-top').textContent()) ?? '',
    arrive: (path) => page.waitForSelector(`.screen.on-top[data-path="${path}"]`),
    does: (what) => page.evaluate(`window.engineHands.${what}()`),
    scans: (scene) => page.evaluate(`window.engineHands.comeBack(${JSON.stringify({ scene })})`),
    close: () => context.close(),
    start: async (path, query = {}) => {
      launch = { ...launch, path, query };
      await page.goto(`${origin}/`);
      await page.waitForLoadState('networkidle');
      const started = await page.evaluate('window.engineStarted === true');
      if (!started) app.faults.push('the app did not start');
      else if ((await page.locator('.screen.on-top').textContent()) === '')
        app.faults.push('the page is empty');
    },
  };
}

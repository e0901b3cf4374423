import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { startOidcServer } from '../functions/identity/platform/testing/oidc-server';
import { atConsole, freePort, openBrowser, openFolder, type Server, startServer } from './stage';

let server: Server;
let browser: Browser;
let issuer: Awaited<ReturnType<typeof startOidcServer>>;
beforeAll(async () => {
  const port = String(await freePort());
  issuer = await startOidcServer(`http://127.0.0.1:${port}/api/staff/oidc/callback`);
  server = await startServer(openFolder('window-e2e-'), {
    PORT: port,
    OIDC_ISSUER: issuer.issuer,
    OIDC_CLIENT_ID: 'window',
    OIDC_CLIENT_SECRET: 'window-secret',
  });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await issuer?.stop();
});

const at = (page: Page, id: string) => page.locator(`[data-testid=${id}]`);
/** A code of the step that follows: the one before may be used up. */
const nextCode = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + 30_000,
  });
const nowCode = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate();

/** By the keyboard, as those who sign in every morning do. */
async function typeIn(page: Page, username: string, password: string, code?: string): Promise<void> {
  await page.goto(`${server.base}/console/`);
  await at(page, 'signin-username').fill(username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  if (!code) return;
  await at(page, 'signin-totp').waitFor();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

it('sets one-time codes up, and from then on asks for one beside the password', async () => {
  const page = await atConsole(browser, server.base, 'duban');
  await page.goto(`${server.base}/console/account`);
  await at(page, 'totp-password').fill('demo-2026');
  await at(page, 'totp-begin').click();
  const secret = (await at(page, 'totp-secret').textContent()) ?? '';
  await at(page, 'totp-code').fill(nowCode(secret));
  await at(page, 'totp-confirm').click();
  await page.getByText('已启用').waitFor();
  await at(page, 'sign-out').click();
  await at(page, 'signin-username').waitFor();
  await typeIn(page, 'duban', 'demo-2026', '000000');
  await page.getByText('动态验证码不对').waitFor();
  await page.keyboard.type(nextCode(secret));
  await page.keyboard.press('Enter');
  await at(page, 'sign-out').waitFor();
  await page.context().close();
}, 120_000);

/** The provider's own pages: who one is, and that one agrees. */
async function atProvider(page: Page, login: string): Promise<void> {
  await at(page, 'signin-oidc').click();
  await page.waitForSelector('input[name=login]');
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'example');
  await page.click('button[type=submit]');
  await page.click('button[type=submit]:has-text("Continue")');
  await page.waitForURL(`${server.base}/console/**`);
}

it('opens to a government account once an admin has said whose it is', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${server.base}/console/`);
  await atProvider(page, 'civil-servant-1');
  await page.getByText('还没有与本系统的账号关联').waitFor();
  const admin = await atConsole(browser, server.base, 'guanli');
  await admin.goto(`${server.base}/console/people`);
  const waiting = at(admin, 'waiting-identity');
  await waiting.waitFor();
  await waiting.getByRole('combobox').fill('renshe2');
  await admin.getByText('示例处置员乙（renshe2）').first().click();
  await waiting.getByRole('button').last().click();
  await waiting.waitFor({ state: 'detached' });
  await context.clearCookies();
  await page.goto(`${server.base}/console/`);
  await atProvider(page, 'civil-servant-1');
  await at(page, 'sign-out').waitFor();
  await page.getByText('示例处置员乙').first().waitFor();
  await context.close();
  await admin.context().close();
}, 120_000);

it('ends another session of one’s own, and what is clicked there next meets the sign-in page', async () => {
  const [here, there] = [
    await atConsole(browser, server.base, 'renshe1'),
    await atConsole(browser, server.base, 'renshe1'),
  ];
  await here.goto(`${server.base}/console/account`);
  await at(here, 'end-session').first().click();
  await at(here, 'end-session').first().waitFor({ state: 'detached' });
  await there.getByRole('link', { name: '工单' }).first().click();
  await at(there, 'signin-username').waitFor();
  await here.getByRole('link', { name: '工单' }).first().click();
  await at(here, 'sign-out').waitFor();
}, 120_000);

it('gives a person a first password that must be changed before anything else', async () => {
  const admin = await atConsole(browser, server.base, 'guanli');
  await admin.goto(`${server.base}/console/people`);
  await admin.getByRole('searchbox').fill('yibao1');
  await admin.keyboard.press('Enter');
  await at(admin, 'account-yibao1').click();
  await at(admin, 'reset-password').click();
  const given = ((await at(admin, 'new-password').textContent()) ?? '').trim();
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await typeIn(page, 'yibao1', given);
  await at(page, 'password-now').fill(given);
  await at(page, 'password-next').fill('a sentence of my own');
  await at(page, 'password-again').fill('a sentence of my own');
  await at(page, 'password-save').click();
  await at(page, 'sign-out').waitFor();
}, 120_000);

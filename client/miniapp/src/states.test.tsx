import { cleanup, screen, waitFor } from '@testing-library/react';
import { openPage } from '../testing/open-page';
import { aboutPages } from '../testing/states/about-pages';
import { firstPages } from '../testing/states/first-pages';
import { followPages } from '../testing/states/follow-pages';
import { type StateCase, states } from '../testing/states/page-states';
import { reportPages } from '../testing/states/report-pages';
import { visited } from '../testing/taro';
import config from './app.config';
import { forgetAll } from './platform/storage';
import { forgetOrderTokens } from './setting/session';

const pages = [...firstPages, ...reportPages, ...followPages, ...aboutPages];
const configured = [
  ...(config.pages ?? []),
  ...(config.subPackages ?? []).flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
];

let stop: () => Promise<void> = async () => undefined;
beforeEach(() => {
  forgetAll();
  forgetOrderTokens();
});
afterEach(async () => {
  cleanup();
  await stop();
});

async function find(one: StateCase, Page: (typeof pages)[number]['component']) {
  one.before?.();
  stop = (await openPage(Page, one.open)).api.stop;
  await one.act?.();
  for (const text of one.shows) expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  for (const name of one.offers ?? [])
    expect((await screen.findAllByRole('button', { name })).length).toBeGreaterThan(0);
  if (one.goesTo) await waitFor(() => expect(visited.at(-1)).toBe(one.goesTo));
  for (const text of one.hides ?? []) expect(screen.queryByText(text)).toBeNull();
}

it('every page of the app stands in the table, and no other', () => {
  expect(pages.map(({ page }) => page).sort()).toEqual(configured.sort());
});

it.each(pages)('$page is seen in every state, or it is said why it cannot be', ({ cases, without }) => {
  const told = [...cases.map(({ state }) => state), ...Object.keys(without ?? {})];
  expect([...new Set(told)].sort()).toEqual([...states].sort());
});

describe.each(pages)('$page', ({ component, cases }) => {
  it.each(cases)('$state: it $it', (one) => find(one, component), 30_000);
});

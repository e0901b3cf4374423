import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter';
import { closePages, currentPages, hideTop, openPage, showAgain } from './page-stack';

interface Ready {
  backend: AssociatedBackend;
  space: CodeSpace;
  pages: string[];
  loadPage(path: string): void;
}
let ready: Ready;
export const readyNavigation = (given: Ready): void => {
  ready = given;
};

/** Opens a page of the package by its path. */
export function visit(path: string, query: Record<string, string>): void {
  ready.loadPage(path);
  openPage(ready.backend, ready.space, path, query);
}

interface To {
  url: string;
}
const most = 10;

function readUrl(url: string): { path: string; query: Record<string, string> } {
  const here = currentPages().at(-1)?.route ?? '';
  const [path = '', text = ''] = url.split('?');
  const full = new URL(path, `http://x/${here}`).pathname.slice(1);
  if (!ready.pages.includes(full)) throw new Error(`page "${full}" is not found`);
  const pairs = text.split('&').filter(Boolean);
  const query = pairs.map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    return [name, rest.join('=')] as const;
  });
  return { path: full, query: Object.fromEntries(query) };
}

/** The ways between pages. Each throws where the platform would fail. */
export const ways = {
  navigateTo({ url }: To) {
    const { path, query } = readUrl(url);
    if (currentPages().length >= most) throw new Error(`webview count limit exceed`);
    hideTop();
    visit(path, query);
  },
  redirectTo({ url }: To) {
    const { path, query } = readUrl(url);
    closePages(1);
    visit(path, query);
  },
  reLaunch({ url }: To) {
    const { path, query } = readUrl(url);
    closePages(currentPages().length);
    visit(path, query);
  },
  switchTab({ url }: To): never {
    throw new Error(`${url} is no tab of this app`);
  },
  navigateBack({ delta = 1 }: { delta?: number } = {}) {
    closePages(Math.min(delta, currentPages().length - 1));
    showAgain();
  },
};

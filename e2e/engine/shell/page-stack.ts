import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter';
import { note } from './host';

type Query = Record<string, string>;
type Handler = (this: unknown, value?: unknown) => unknown;

/** A page instance as its scripts see it. */
export interface PageCaller {
  route: string;
  __route__: string;
  options: Query;
  setData(data: Record<string, unknown>, done?: () => void): void;
  [name: string]: unknown;
}
interface Opened {
  caller: PageCaller;
  screen: HTMLElement;
  release(): void;
}

const stack: Opened[] = [];
export const currentPages = (): PageCaller[] => stack.map(({ caller }) => caller);
export const topPage = (): Opened | undefined => stack.at(-1);

/** Calls a page's own function by its name, where the page has it. */
export function callPage(caller: PageCaller | undefined, name: string, value?: unknown): unknown {
  const handler = caller?.[name];
  return typeof handler === 'function' ? (handler as Handler).call(caller, value) : undefined;
}

/** Puts a new page on top: attached, loaded, shown, and ready once it was drawn. */
export function openPage(backend: AssociatedBackend, space: CodeSpace, path: string, query: Query): void {
  const screen = document.createElement('div');
  screen.className = 'screen';
  screen.dataset.path = path;
  const place = document.createElement('div');
  screen.append(place);
  document.body.append(screen);
  const root = backend.createRoot('wx-page', space, path);
  const caller = root.get() as unknown as PageCaller;
  const setData = caller.setData.bind(caller);
  Object.assign(caller, { route: path, __route__: path, options: query });
  caller.setData = (data, done) =>
    setData(
      Object.fromEntries(Object.entries(data).map(([at, value]) => [at.replaceAll('.[', '['), value])),
      done,
    );
  stack.push({ caller, screen, release: () => root.release() });
  root.attach(screen as never, place as never);
  showTop();
  note('page', path);
  callPage(caller, 'onLoad', query);
  callPage(caller, 'onShow');
  requestAnimationFrame(() => setTimeout(() => callPage(caller, 'onReady')));
}

/** Takes pages off, the last one first. */
export function closePages(count: number): void {
  for (let left = count; left > 0; left -= 1) {
    const gone = stack.pop();
    if (!gone) return;
    callPage(gone.caller, 'onUnload');
    gone.release();
    gone.screen.remove();
  }
}

export function hideTop(): void {
  const top = topPage();
  if (top) callPage(top.caller, 'onHide');
}

export function showAgain(): void {
  showTop();
  const top = topPage();
  if (!top) return;
  note('page', top.caller.route);
  callPage(top.caller, 'onShow');
}

function showTop(): void {
  stack.forEach(({ screen }, at) => {
    screen.classList.toggle('on-top', at === stack.length - 1);
  });
}

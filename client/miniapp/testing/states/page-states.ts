import { fireEvent, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import type { openPage } from '../open-page';

export const states = ['loading', 'empty', 'error', 'offline', 'success'] as const;
export type State = (typeof states)[number];

/** One thing a person may find on a page. */
export interface StateCase {
  state: State;
  /** Finishes "it …". */
  it: string;
  open?: Parameters<typeof openPage>[1];
  /** What the phone holds before the page is opened. */
  before?: () => void;
  /** What the person does once the page is there. */
  act?: () => unknown;
  shows: (string | RegExp)[];
  hides?: string[];
  /** Buttons and links that lead on. */
  offers?: string[];
  /** Where the page leads by itself. */
  goesTo?: string;
}

export interface PageStates {
  /** As app.config names it. */
  page: string;
  component: ComponentType;
  cases: StateCase[];
  /** States that this page cannot be in, and why. */
  without?: Partial<Record<State, string>>;
}

export const number = 'CM20261120000132';
export const never = () => new Promise<never>(() => undefined);
export const busy = () => ({
  status: 500,
  body: { title: '服务暂时有点忙，请稍后再试。', status: 500, code: 'http.500' },
});
export const refused = (status: number, code: string, title: string) => () => ({
  status,
  body: { title, status, code },
});
export const nothing = () => ({ body: { items: [], next: null, unread: 0 } });

/** From here on nobody answers; the page is looked at again. */
export function cutNetwork(): void {
  Object.assign(globalThis, { API_BASE: 'http://127.0.0.1:1/api' });
  window.dispatchEvent(new Event('online'));
}

export const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
export const write = (id: string, value: string) =>
  fireEvent.change(document.getElementById(id) as HTMLElement, { target: { value } });
export const touch = (id: string) => fireEvent.click(document.getElementById(id) as HTMLElement);
/** Once the page has said so. */
export const seen = (text: string | RegExp) => screen.findAllByText(text);

import { render } from '@testing-library/react';
import type { ComponentType } from 'react';
import { endSession, startSession } from '../src/setting/session';
import { aSession, startLocalApi } from './local-api';
import { openWith } from './taro';

type Answers = Parameters<typeof startLocalApi>[0];

/** Shows one page against a small local server; `offline` asks an address where nobody answers. */
export async function openPage(
  Page: ComponentType,
  options: { answers?: Answers; signedIn?: boolean; offline?: boolean; query?: Record<string, string> } = {},
) {
  const api = await startLocalApi(options.answers);
  Object.assign(globalThis, { API_BASE: options.offline ? 'http://127.0.0.1:1/api' : `${api.origin}/api` });
  openWith(options.query ?? {});
  if (options.signedIn) startSession(aSession as Parameters<typeof startSession>[0]);
  else endSession();
  return { ...render(<Page />), api };
}

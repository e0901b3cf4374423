import { ask } from '../request/ask';

/** What is told to the host app that frames this page. Nothing personal is ever sent. */
export type HostMessage =
  | { kind: 'title'; title: string }
  | { kind: 'close' }
  | { kind: 'share'; title: string; url: string };

/** What a host app may ask for. */
export type HostWish = 'back' | 'share';

/** Whether another app's page stands around this one. */
export const isFramed = (): boolean => window.parent !== window;

let read: Promise<string[]> | null = null;

/** The origins that may frame this page, as the server's `frame-ancestors` names them; none while they cannot be read. */
function allowedOrigins(): Promise<string[]> {
  read ??= ask<{ origins: string[] }>({ path: '/public/hosts' }).then(
    ({ origins }) => origins,
    () => {
      read = null;
      return [];
    },
  );
  return read;
}

/** Whether an origin is the allowed one, or below it where it says `https://*.`. */
const fits = (allowed: string, origin: string): boolean => {
  const [scheme, below] = allowed.split('*');
  return below === undefined ? origin === allowed : origin.startsWith(scheme ?? '') && origin.endsWith(below);
};

/** Where the frame's page stands when the browser tells it; every allowed origin when not: the others never get it. */
async function hostOrigins(): Promise<string[]> {
  const allowed = await allowedOrigins();
  const [nearest] = Array.from(window.location.ancestorOrigins ?? []);
  if (!nearest) return allowed.filter((one) => !one.includes('*'));
  return allowed.some((one) => fits(one, nearest)) ? [nearest] : [];
}

/** Tells the framing page, by its origin; a page of any other origin hears nothing. */
export async function tellHost(message: HostMessage): Promise<void> {
  if (!isFramed()) return;
  for (const origin of await hostOrigins())
    window.parent.postMessage({ source: 'window-reporter', ...message }, origin);
}

const wishes: HostWish[] = ['back', 'share'];

/** Calls with each wish of an allowed framing page, and of nobody else; answers how to stop. */
export function onHostWish(call: (wish: HostWish) => void): () => void {
  if (!isFramed()) return () => undefined;
  const hear = async (event: MessageEvent<{ source?: unknown; kind?: unknown } | null>) => {
    const wish = wishes.find((one) => one === event.data?.kind);
    if (event.source !== window.parent || event.data?.source !== 'window-host' || !wish) return;
    if ((await allowedOrigins()).some((one) => fits(one, event.origin))) call(wish);
  };
  const listener = (event: MessageEvent) => void hear(event);
  window.addEventListener('message', listener);
  return () => window.removeEventListener('message', listener);
}

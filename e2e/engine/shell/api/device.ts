import { host } from '../host';

const kept = 'storage.';

/** The phone's storage for this app: it outlives a restart. */
export const storage = {
  get: (key: string): unknown => {
    const text = localStorage.getItem(kept + key);
    return text === null ? '' : JSON.parse(text);
  },
  set: (key: string, value: unknown) => localStorage.setItem(kept + key, JSON.stringify(value)),
  remove: (key: string) => localStorage.removeItem(kept + key),
  clear: () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(kept)) localStorage.removeItem(key);
  },
};

export const windowInfo = () => ({
  pixelRatio: 2,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  statusBarHeight: 20,
  screenTop: 0,
  safeArea: {
    left: 0,
    top: 20,
    right: innerWidth,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight,
  },
});

export const systemInfo = () => ({
  ...windowInfo(),
  brand: 'example',
  model: 'example',
  system: 'Android 14',
  platform: 'android',
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.6.0',
  fontSizeSetting: 16,
});

export const launchOptions = () => {
  const { path, query, scene } = host.engineLaunch;
  return { path, query, scene, referrerInfo: {} };
};

/** Scrolls the page on top to an element. */
export function scrollTo({ selector, scrollTop, offsetTop = 0 }: Record<string, unknown>): void {
  const place = selector
    ? document.querySelector(`.screen.on-top [id$="--${String(selector).slice(1)}"]`)
    : null;
  if (selector && !place) throw new Error(`no ${selector} on this page`);
  const top = place
    ? place.getBoundingClientRect().top + scrollY + Number(offsetTop)
    : Number(scrollTop ?? 0);
  window.scrollTo({ top });
}

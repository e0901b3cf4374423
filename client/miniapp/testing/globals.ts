import { configure } from '@testing-library/react';

/** Longer than all attempts over a bad network together. */
configure({ asyncUtilTimeout: 10_000 });

Object.assign(globalThis, {
  API_BASE: 'http://127.0.0.1:1/api',
  SUBSCRIBE_TEMPLATES: '',
  SUBSCRIBE_LONG_TERM: '',
});

/** jsdom lays nothing out, so it cannot scroll. */
Element.prototype.scrollIntoView = () => undefined;
Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });

Object.assign(globalThis, { API_BASE: 'http://127.0.0.1:1/api', SUBSCRIBE_TEMPLATES: '' });

/** jsdom lays nothing out, so it cannot scroll. */
Element.prototype.scrollIntoView = () => undefined;
Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });

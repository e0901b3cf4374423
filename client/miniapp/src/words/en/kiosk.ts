import type { Words } from '../zh';

export const kiosk: Words['kiosk'] = {
  idle: (seconds) => `Nothing touched; cleared in ${seconds} seconds`,
  stay: 'I am still here',
  pad: { digits: 'Number pad', code: 'Query code pad' },
  delete: 'Delete',
  clear: 'Clear',
  key: (key) => `Key ${key}`,
  start: 'Finish and clear',
};

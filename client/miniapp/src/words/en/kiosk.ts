import type { Words } from '../zh';

export const kiosk: Words['kiosk'] = {
  idle: (seconds) => `Nothing touched; cleared in ${seconds} seconds`,
  stay: 'I am still here',
  pad: { digits: 'Number pad', code: 'Query code pad' },
  delete: 'Delete',
  clear: 'Clear',
  key: (key) => `Key ${key}`,
  unknown: 'This terminal is not registered here, or out of use. Please go to the window.',
  here: 'Filled in from the hall of this terminal',
  start: 'Finish and clear',
};

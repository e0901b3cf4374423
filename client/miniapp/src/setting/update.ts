import { createStore } from './store';

const store = createStore(false);

/** Whether a newer version of the app waits to be started. */
export const useUpdate = store.use;
export const putUpdate = store.set;

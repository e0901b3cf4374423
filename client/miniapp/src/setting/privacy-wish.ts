import type { PrivacyWish } from '../platform/privacy';
import { createStore } from './store';

const store = createStore<PrivacyWish | null>(null);

/** What the platform waits for at the moment; the page that is shown asks the person. */
export const usePrivacyWish = store.use;
export const putPrivacyWish = store.set;

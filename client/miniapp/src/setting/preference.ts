import { markPage, nameLanguage } from '../platform/page';
import { keep, readKept } from '../platform/storage';
import { createStore } from './store';
import { visit } from './visit';

export interface Preference {
  elder: boolean;
  language: 'zh' | 'en';
}

const store = createStore<Preference>(readKept<Preference>('preference') ?? { elder: false, language: 'zh' });

export const usePreference = store.use;
export const readPreference = store.get;

export function prefer(change: Partial<Preference>): void {
  const next = { ...store.get(), ...change };
  store.set(next);
  keep('preference', next);
  showPreference();
}

/** Tells the page around the app. */
export function showPreference(): void {
  nameLanguage(store.get().language);
  markPage({ elder: store.get().elder, kiosk: visit.kiosk });
}

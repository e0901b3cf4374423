import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 700px)');
const subscribe = (changed: () => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

/** Whether the page stands on a screen as narrow as a phone's. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);

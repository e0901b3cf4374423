import { useSyncExternalStore } from 'react';

/** A value that pages share and watch. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  use(): T;
}

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const watchers = new Set<() => void>();
  const watch = (call: () => void) => {
    watchers.add(call);
    return () => {
      watchers.delete(call);
    };
  };
  const get = () => value;
  return {
    get,
    set(next) {
      value = next;
      for (const call of [...watchers]) call();
    },
    use: () => useSyncExternalStore(watch, get, get),
  };
}

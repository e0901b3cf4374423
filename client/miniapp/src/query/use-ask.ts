import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { onReturn } from '../platform/page';
import { asProblem, type Problem } from '../request/problem';

export interface Asked<T> {
  data: T | null;
  problem: Problem | null;
  again: () => Promise<void>;
  put: (data: T) => void;
}

/** Reads from the server, again whenever `key` changes, the page is shown again, or is pulled down. Null asks nothing. */
export function useAsk<T>(key: string | null, load: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ key: string | null; data: T | null; problem: Problem | null }>({
    key,
    data: null,
    problem: null,
  });
  const latest = useRef({ key, load });
  latest.current = { key, load };
  const again = useCallback(async () => {
    const asked = latest.current;
    if (asked.key === null) return;
    const current = () => latest.current.key === asked.key;
    try {
      const data = await asked.load();
      if (current()) setState({ key: asked.key, data, problem: null });
    } catch (failure) {
      if (current())
        setState((before) => ({
          key: asked.key,
          data: before.key === asked.key ? before.data : null,
          problem: asProblem(failure),
        }));
    }
  }, []);
  // biome's rule wants every name used inside; here a new key alone asks again
  useEffect(() => {
    if (key !== null) void again();
  }, [key, again]);
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void again();
    shown.current = true;
  });
  useEffect(() => onReturn(() => void again()), [again]);
  usePullDownRefresh(() => void again().finally(() => Taro.stopPullDownRefresh()));
  const fits = state.key === key;
  return {
    data: fits ? state.data : null,
    problem: fits ? state.problem : null,
    again,
    put: (data) => setState({ key, data, problem: null }),
  };
}

import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { tellHost } from '../platform/host';

/** Tells the bar above the page, and a host app, which page is shown; pages kept behind it stay silent. */
export function useTitle(title: string): void {
  const shown = useRef(true);
  const tell = () => {
    void Taro.setNavigationBarTitle({ title });
    void tellHost({ kind: 'title', title });
  };
  const latest = useRef(tell);
  latest.current = tell;
  // biome's rule wants every name used inside; here a new title alone tells again
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (shown.current) latest.current();
  }, [title]);
  useDidHide(() => {
    shown.current = false;
  });
  useDidShow(() => {
    if (shown.current) return;
    shown.current = true;
    latest.current();
  });
}

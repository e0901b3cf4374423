import { useDidHide, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { onLeave } from '../../platform/page';
import { useSession } from '../../setting/session';
import { type Draft, type DraftChange, forgetDraft, keepDraft, knownOf, newDraft, readDraft } from './draft';

const pauseMilliseconds = 300;

/** The draft, kept while it is written: after each pause, and whenever the page or the app is left. */
export function useDraft() {
  const [found] = useState(readDraft);
  const [draft, setDraft] = useState<Draft>(() => found ?? newDraft());
  const latest = useRef(draft);
  latest.current = draft;
  const over = useRef(false);
  const save = useCallback(() => {
    if (!over.current) keepDraft(latest.current);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => draft === latest.current && save(), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [draft, save]);
  useEffect(() => onLeave(save), [save]);
  useDidHide(save);
  useUnload(save);
  const change = useCallback((to: DraftChange) => {
    over.current = false;
    setDraft((now) => ({ ...now, ...(typeof to === 'function' ? to(now) : to) }));
  }, []);
  const reporter = useSession()?.reporter;
  useEffect(() => change(knownOf(reporter)), [reporter, change]);
  return {
    draft,
    restored: found !== null,
    change,
    saveNow: (to: Partial<Draft>) => {
      change(to);
      keepDraft({ ...latest.current, ...to });
    },
    end: () => {
      over.current = true;
      forgetDraft();
    },
  };
}

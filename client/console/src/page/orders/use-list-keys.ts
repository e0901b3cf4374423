import { useEffect } from 'react';

export interface ListKeys {
  /** The row that has the keyboard is chosen or given back. */
  choose: (number: string) => void;
  search: () => void;
  help: () => void;
  next: () => void;
  first: () => void;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox');

/** An input method hides the letter; the key's place still tells it. */
const letterOf = (event: KeyboardEvent) =>
  event.key === 'Process' ? event.code.replace('Key', '').toLowerCase() : event.key;

function move(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-number]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[to]?.focus();
}

/** j and k move through the rows, x chooses, / searches, n and b turn pages, ? tells all this; never while typing. */
export function useListKeys(keys: ListKeys): void {
  useEffect(() => {
    const does: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      x: () => {
        const row = document.activeElement?.closest<HTMLElement>('tr[data-number]');
        if (row?.dataset.number) keys.choose(row.dataset.number);
      },
      '/': keys.search,
      '?': keys.help,
      n: keys.next,
      b: keys.first,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      const doIt = does[letterOf(event)];
      if (!doIt) return;
      event.preventDefault();
      doIt();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys]);
}

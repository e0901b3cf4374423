import type { KeyboardEvent } from 'react';

const entries =
  'input:not([type=radio], [type=file]), input[type=radio]:checked, textarea, button[type=submit]';

/** Puts the keyboard on the entry after this one; a group of choices counts once. */
function goOn(frame: HTMLElement, from: HTMLElement): void {
  const all = [...frame.querySelectorAll<HTMLElement>(entries)];
  all[all.indexOf(from) + 1]?.focus();
}

/**
 * The window's keys: Enter goes on to the next entry, Ctrl+Enter sends from anywhere. In a longer text Enter begins a new
 * line; while an input method composes a word every key is its own.
 */
export const onKeys = (send: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    send();
  } else if (event.target instanceof HTMLInputElement) {
    event.preventDefault();
    goOn(event.currentTarget, event.target);
  }
};

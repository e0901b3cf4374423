const memory = new Map<string, string>();
let onlyMemory = false;

/** The most lasting place that the browser allows; in a frame of another site it may allow none. */
function box(): Storage | null {
  if (onlyMemory) return null;
  return storageNamed('localStorage') ?? storageNamed('sessionStorage');
}

function storageNamed(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/** On a shared terminal nothing is ever written down. */
export function keepNothing(): void {
  onlyMemory = true;
}

/** What was kept under a name; null when there is nothing, or nothing readable. */
export function readKept<T>(name: string): T | null {
  try {
    const text = box()?.getItem(`window.${name}`) ?? memory.get(name);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

/** Keeps a value through a restart; in memory alone where the browser refuses. */
export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    box()?.setItem(`window.${name}`, text);
  } catch {
    // the browser's space is used up: the copy in memory serves this visit
  }
}

export function forget(name: string): void {
  memory.delete(name);
  try {
    box()?.removeItem(`window.${name}`);
  } catch {
    // nothing was kept there
  }
}

/** Everything of ours, gone. */
export function forgetAll(): void {
  memory.clear();
  const kept = box();
  if (!kept) return;
  for (const name of Object.keys(kept)) if (name.startsWith('window.')) kept.removeItem(name);
}

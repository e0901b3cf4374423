/** Things of the page around the app that only a browser has. */
export function nameLanguage(language: 'zh' | 'en'): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** The root letter size and the marks that the style sheet looks at. */
export function markPage(marks: { elder: boolean; kiosk: boolean }): void {
  document.documentElement.classList.toggle('elder', marks.elder);
  document.documentElement.classList.toggle('kiosk', marks.kiosk);
}

/** Brings the first wrong entry into view and puts the cursor there. */
export function goTo(id: string): void {
  const found = document.getElementById(id);
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

/** Calls when the page is left, hidden or closed; answers how to stop. */
export function onLeave(call: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') call();
  };
  document.addEventListener('visibilitychange', hidden);
  window.addEventListener('pagehide', call);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    window.removeEventListener('pagehide', call);
  };
}

/** Calls on every touch or key; answers how to stop. */
export function onTouch(call: () => void): () => void {
  const kinds = ['pointerdown', 'keydown', 'scroll'] as const;
  for (const kind of kinds) window.addEventListener(kind, call, true);
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, call, true);
  };
}

/** Starts the terminal from its first page with nothing left to go back to. */
export function startOver(): void {
  window.location.replace('/?kiosk=1');
}

/** Calls when the browser brings a page back as it was left; answers how to stop. */
export function onRevival(call: () => void): () => void {
  const shown = (event: PageTransitionEvent) => event.persisted && call();
  window.addEventListener('pageshow', shown);
  return () => window.removeEventListener('pageshow', shown);
}

/** Calls when the page is looked at again, or the network is back; answers how to stop. */
export function onReturn(call: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') call();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('online', call);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('online', call);
  };
}

export function saveAs(name: string, text: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Keeps a secret of the address bar out of it. */
export function cleanAddress(path: string): void {
  window.history.replaceState(window.history.state, '', path);
}

type Call = (value?: unknown) => void;
const listeners: Record<'show' | 'hide', Set<Call>> = { show: new Set(), hide: new Set() };

export const listen = (kind: 'show' | 'hide') => (call: Call) => void listeners[kind].add(call);
export const unlisten = (kind: 'show' | 'hide') => (call?: Call) =>
  void (call ? listeners[kind].delete(call) : listeners[kind].clear());

/** The whole app goes to the background or comes back. */
export function tellApp(kind: 'show' | 'hide', how: object = {}): void {
  for (const call of listeners[kind]) call(how);
}

import type { HostMessage, HostWish } from './host';

export const isFramed = (): boolean => false;

export async function tellHost(_message: HostMessage): Promise<void> {}

export function onHostWish(_call: (wish: HostWish) => void): () => void {
  return () => undefined;
}

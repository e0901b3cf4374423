import { createStore } from './store';
import { visit } from './visit';

/** The hall's QR code that this visit stands under; a later scan, with the app still open, takes the place of the first. */
const store = createStore<string | null>(visit.scene);

export const useSceneCode = store.use;
export const readSceneCode = store.get;

export function putSceneCode(scene: string | null): void {
  if (scene !== store.get()) store.set(scene);
}

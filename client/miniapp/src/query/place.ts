import { ask } from '../request/ask';
import { useAsk } from './use-ask';

export interface Hall {
  id: string;
  name: string;
  kind: string;
  address: string;
  town: string | null;
}
export interface Places {
  halls: Hall[];
  towns: { code: string; name: string }[];
}
export interface ScenePlace {
  scene: string;
  hallUnitId: string;
  hallName: string;
  window: string | null;
}

export const usePlaces = () => useAsk('places', () => ask<Places>({ path: '/public/places' }));

/** Which hall and window a QR code stands for. */
export const useScene = (scene: string | null) =>
  useAsk(scene, () => ask<ScenePlace>({ path: `/public/scenes/${encodeURIComponent(scene ?? '')}` }));

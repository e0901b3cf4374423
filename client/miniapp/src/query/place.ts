import { ask } from '../request/ask';
import { visit } from '../setting/visit';
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

const terminalPlace = async (): Promise<ScenePlace> => ({
  ...(await ask<Pick<ScenePlace, 'hallUnitId' | 'hallName'>>({ path: '/public/terminal' })),
  scene: 'terminal',
  window: null,
});

/** Which hall and window a QR code stands for; on a terminal the hall it stands in, by its key. */
export const useScene = (scene: string | null) =>
  useAsk(visit.kiosk ? 'terminal' : scene, () =>
    visit.kiosk
      ? terminalPlace()
      : ask<ScenePlace>({ path: `/public/scenes/${encodeURIComponent(scene ?? '')}` }),
  );

import { note } from '../host';

let ready: (() => void) | null = null;

/** The platform has loaded a newer version of the app. */
export const newVersion = (): void => ready?.();

export const getUpdateManager = () => ({
  onCheckForUpdate() {},
  onUpdateFailed() {},
  onUpdateReady: (call: () => void) => {
    ready = call;
  },
  applyUpdate: () => note('applyUpdate', ''),
});

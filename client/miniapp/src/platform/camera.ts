/** Whether this device is held in the hand and has a camera to offer; a desk has files instead. */
export const hasCamera = (): boolean =>
  typeof window.matchMedia === 'function' && window.matchMedia('(pointer: coarse)').matches;

const restMs = 120_000;
let touchedAt = Date.now();
for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
  window.addEventListener(
    kind,
    () => {
      touchedAt = Date.now();
    },
    { passive: true, capture: true },
  );

/** Whether a person is at the page: what the page asks by itself must not keep the session from going idle (spec 6). */
export const isAttended = (): boolean => Date.now() - touchedAt < restMs;

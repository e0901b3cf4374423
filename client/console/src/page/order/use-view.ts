import { type PointerEvent, useRef, useState } from 'react';

const upright = { zoom: 1, turn: 0, x: 0, y: 0 };
const smallest = 0.5;
const largest = 5;

/** How a picture lies under the eye: so many times its size, turned by degrees, moved by pixels; by drag or by steps. */
export function useView() {
  const [{ zoom, turn, x, y }, setView] = useState(upright);
  const held = useRef<{ x: number; y: number } | null>(null);
  const moveBy = (right: number, down: number) =>
    setView((now) => ({ ...now, x: now.x + right, y: now.y + down }));
  return {
    transform: `translate(${x}px, ${y}px) scale(${zoom}) rotate(${turn}deg)`,
    reset: () => setView(upright),
    zoomBy: (by: number) =>
      setView((now) => ({ ...now, zoom: Math.min(largest, Math.max(smallest, now.zoom * by)) })),
    turnBy: (degrees: number) => setView((now) => ({ ...now, turn: now.turn + degrees })),
    moveBy,
    drag: {
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent) => {
        if (!held.current) return;
        moveBy(event.clientX - held.current.x, event.clientY - held.current.y);
        held.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => {
        held.current = null;
      },
      onPointerCancel: () => {
        held.current = null;
      },
    },
  };
}

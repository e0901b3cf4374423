import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FileView } from '../../../../../shared/order/view';

interface Shown {
  pictures: FileView[];
  at: number;
  onMove(at: number): void;
  onClose(): void;
}
const upright = { zoom: 1, turn: 0 };
const smallest = 0.5;
const largest = 5;

/** One picture over the page: larger, smaller, turned, next and previous, by buttons or keys; Esc closes. */
export function Viewer({ pictures, at, onMove, onClose }: Shown) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [{ zoom, turn }, setView] = useState(upright);
  const file = pictures[at];
  useEffect(() => dialog.current?.showModal(), []);
  const zoomBy = (by: number) =>
    setView((now) => ({ ...now, zoom: Math.min(largest, Math.max(smallest, now.zoom * by)) }));
  const turnBy = (by: number) => setView((now) => ({ ...now, turn: now.turn + by }));
  const move = (by: number) => {
    setView(upright);
    onMove((at + by + pictures.length) % pictures.length);
  };
  const acts = new Map<string, () => void>([
    ['ArrowLeft', () => move(-1)],
    ['ArrowRight', () => move(1)],
    ['+', () => zoomBy(1.25)],
    ['=', () => zoomBy(1.25)],
    ['-', () => zoomBy(0.8)],
    ['r', () => turnBy(90)],
    ['l', () => turnBy(-90)],
    ['0', () => setView(upright)],
  ]);
  const press = (event: KeyboardEvent) => {
    const act = acts.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  if (!file) return null;
  const many = pictures.length > 1;
  return (
    <dialog ref={dialog} className="viewer" aria-label="看大图" onClose={onClose} onKeyDown={press}>
      <div className="viewer-picture">
        <img
          src={file.url}
          alt={file.name}
          data-testid="viewer-picture"
          style={{ transform: `scale(${zoom}) rotate(${turn}deg)` }}
        />
      </div>
      <p className="viewer-tools">
        <span aria-live="polite">{many ? `第 ${at + 1} 张，共 ${pictures.length} 张` : file.name}</span>
        {many ? <Button onClick={() => move(-1)}>上一张 ←</Button> : null}
        {many ? <Button onClick={() => move(1)}>下一张 →</Button> : null}
        <Button onClick={() => zoomBy(1.25)}>放大 +</Button>
        <Button onClick={() => zoomBy(0.8)}>缩小 −</Button>
        <Button onClick={() => turnBy(90)}>转一转 R</Button>
        <Button onClick={() => setView(upright)}>还原 0</Button>
        <Button type="primary" onClick={() => dialog.current?.close()}>
          关闭 Esc
        </Button>
      </p>
    </dialog>
  );
}

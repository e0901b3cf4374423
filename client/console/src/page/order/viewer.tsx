import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { FileView } from '../../../../../shared/order/view';
import { useView } from './use-view';

interface Shown {
  pictures: FileView[];
  at: number;
  onMove(at: number): void;
  onClose(): void;
}
const larger = 1.25;
const smaller = 0.8;
const step = 80;

const Key = ({ name }: { name: string }) => <span className="viewer-key"> {name}</span>;

/**
 * One picture over the page: larger, smaller, turned, next and previous, by buttons or keys; moved by dragging or
 * with Shift and the arrows; Esc closes.
 */
export function Viewer({ pictures, at, onMove, onClose }: Shown) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { transform, reset, zoomBy, turnBy, moveBy, drag } = useView();
  const file = pictures[at];
  useEffect(() => dialog.current?.showModal(), []);
  const move = (by: number) => {
    reset();
    onMove((at + by + pictures.length) % pictures.length);
  };
  const acts = new Map<string, () => void>([
    ['ArrowLeft', () => move(-1)],
    ['ArrowRight', () => move(1)],
    ['Shift+ArrowLeft', () => moveBy(step, 0)],
    ['Shift+ArrowRight', () => moveBy(-step, 0)],
    ['ArrowUp', () => moveBy(0, step)],
    ['Shift+ArrowUp', () => moveBy(0, step)],
    ['ArrowDown', () => moveBy(0, -step)],
    ['Shift+ArrowDown', () => moveBy(0, -step)],
    ['+', () => zoomBy(larger)],
    ['=', () => zoomBy(larger)],
    ['-', () => zoomBy(smaller)],
    ['r', () => turnBy(90)],
    ['l', () => turnBy(-90)],
    ['0', reset],
  ]);
  const press = (event: KeyboardEvent) => {
    const arrow = event.shiftKey && event.key.startsWith('Arrow');
    const act = acts.get(arrow ? `Shift+${event.key}` : event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  if (!file) return null;
  const many = pictures.length > 1;
  return (
    <dialog ref={dialog} className="viewer" aria-label="看大图" onClose={onClose} onKeyDown={press}>
      <div
        className="viewer-picture"
        onWheel={({ deltaY }) => zoomBy(deltaY < 0 ? larger : smaller)}
        {...drag}
      >
        <img
          src={file.url}
          alt={file.name}
          draggable={false}
          data-testid="viewer-picture"
          style={{ transform }}
        />
      </div>
      <p className="viewer-tools">
        <span aria-live="polite" data-testid="viewer-place">
          {many ? `第 ${at + 1} 张，共 ${pictures.length} 张` : file.name}
        </span>
        {many ? (
          <Button onClick={() => move(-1)}>
            上一张
            <Key name="←" />
          </Button>
        ) : null}
        {many ? (
          <Button onClick={() => move(1)}>
            下一张
            <Key name="→" />
          </Button>
        ) : null}
        <Button onClick={() => zoomBy(larger)}>
          放大
          <Key name="+" />
        </Button>
        <Button onClick={() => zoomBy(smaller)}>
          缩小
          <Key name="−" />
        </Button>
        <Button onClick={() => turnBy(90)}>
          转一转
          <Key name="R" />
        </Button>
        <Button onClick={reset}>
          还原
          <Key name="0" />
        </Button>
        <Button type="primary" onClick={() => dialog.current?.close()}>
          关闭
          <Key name="Esc" />
        </Button>
      </p>
    </dialog>
  );
}

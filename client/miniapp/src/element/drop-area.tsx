import { type ReactNode, useState } from 'react';

export interface DropAreaProps {
  className?: string;
  /** Files as the platform hands them over. */
  onFiles: (files: unknown[]) => void;
  children: ReactNode;
}

/** Takes files that are dragged onto it or pasted into it. */
export function DropArea({ className = '', onFiles, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const take = (list: FileList | undefined) => {
    setOver(false);
    if (list && list.length > 0) onFiles([...list]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way beside the buttons inside, for the mouse
    <div
      className={`${className}${over ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      {children}
    </div>
  );
}

import { useState } from 'react';
import type { FileView } from '../../../../../shared/order/view';
import { Viewer } from './viewer';
import './files.css';

/** Pictures as small ones that open the viewer, documents as links. */
export function Files({ files }: { files: FileView[] }) {
  const [at, setAt] = useState<number | null>(null);
  if (files.length === 0) return null;
  const pictures = files.filter((file) => file.kind === 'picture');
  const documents = files.filter((file) => file.kind === 'document');
  return (
    <>
      {pictures.length > 0 ? (
        <div className="pictures">
          {pictures.map((file, index) => (
            <button key={file.id} type="button" className="picture" onClick={() => setAt(index)}>
              <img src={file.thumbnailUrl ?? file.url} alt={`看大图：${file.name}`} loading="lazy" />
            </button>
          ))}
        </div>
      ) : null}
      {documents.map((file) => (
        <p key={file.id} className="document">
          <a href={file.url} target="_blank" rel="noreferrer">
            {file.name}
          </a>
          <span className="muted">{Math.max(1, Math.round(file.sizeBytes / 1024))} KB</span>
        </p>
      ))}
      {at === null ? null : <Viewer pictures={pictures} at={at} onMove={setAt} onClose={() => setAt(null)} />}
    </>
  );
}

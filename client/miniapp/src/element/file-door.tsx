import { Picture } from './picture';

export interface FileDoorProps {
  url: string;
  /** A small picture of it; null for documents. */
  picture: string | null;
  name: string;
  label: string;
}

/** Opens one photo or document. */
export function FileDoor({ url, picture, name, label }: FileDoorProps) {
  return (
    <a className="file-door" href={url} target="_blank" rel="noreferrer" aria-label={label}>
      {picture ? <Picture src={picture} words="" /> : <span className="file-name">{name}</span>}
    </a>
  );
}

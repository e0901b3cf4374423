import { useShow } from './behind';
import { type Figure, valueText } from './query';

interface Props {
  figure: Figure | undefined;
  query: URLSearchParams;
  /** Which group it is the number of. */
  where?: string;
  /** What is shown in its place: the count instead of the share. */
  text?: string;
  part?: 'counts' | 'of' | 'missed';
}

/** A number that opens its orders; nothing to open where it is zero or nothing. */
export function NumberLink({ figure, query, where, text, part = 'counts' }: Props) {
  const show = useShow();
  const shown = text ?? valueText(figure);
  if (!figure || shown === '—' || (figure.of ?? figure.count) === 0) return <span>{shown}</span>;
  return (
    <button
      type="button"
      className="number"
      aria-label={`${where ? `${where}，` : ''}${figure.title} ${shown}，查看工单`}
      onClick={() => show.figure(figure, query, where, part)}
    >
      {shown}
    </button>
  );
}

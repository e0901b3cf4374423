import { create } from 'qrcode';
import { pages, pathOf } from '../../setting/pages';
import { useWords } from '../../words/use-words';

/** A QR code that opens the look-up with this number on another phone; the query code stays on the paper. */
export function NumberCode({ number }: { number: string }) {
  const words = useWords().receipt;
  const address = `${window.location.origin}${pathOf(`${pages.lookUp}?number=${number}`)}`;
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const dots = Array.from(data).flatMap((dark, at) =>
    dark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  );
  return (
    <figure className="number-code-figure">
      <svg
        className="number-code"
        viewBox={`-2 -2 ${size + 4} ${size + 4}`}
        role="img"
        aria-label={words.scan}
      >
        <path d={dots.join('')} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <figcaption className="hint">{words.scan}</figcaption>
    </figure>
  );
}

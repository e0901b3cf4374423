import { lightShapes, lightWords } from '../../../../shared/sla/light';

/** A light: word and shape, never colour alone. */
export function Light({ light }: { light: 'green' | 'yellow' | 'red' | null }) {
  if (!light) return null;
  return (
    <span className={`light ${light}`}>
      <span aria-hidden="true">{lightShapes[light]} </span>
      {lightWords[light]}
    </span>
  );
}

/** 2026-11-23T17:00:00+08:00 as 11-23 17:00. */
export const shortTime = (iso: string | null): string =>
  iso ? `${iso.slice(5, 10)} ${iso.slice(11, 16)}` : '';

import type { Block } from '../official-document';
import { officialDay, periodWords } from '../period';
import { countedIn, percent, type ReportFigures } from '../report-figures';

/** What was supervised and whom bulletins have named in the period. */
export function supervision(figures: ReportFigures): Block[] {
  const { supervised, named, escalated } = figures.supervision;
  const rectified = countedIn(figures.whole, 'on-time-rectify');
  const { now } = periodWords[figures.kind];
  const counts = [
    `${now}督办${supervised}件次`,
    ...((rectified[1] ?? 0) > 0 ? [`整改按时率${percent(rectified)}`] : []),
    `报请协调${escalated}件次`,
    `通报点名${named}件次`,
  ];
  const bulletins = figures.bulletins.map(
    ({ day, title, units }) => `${officialDay(day)}《${title}》，涉及${units.join('、')}。`,
  );
  return [
    { kind: 'heading', level: 1, text: '督办和通报' },
    { kind: 'paragraph', text: `${counts.join('，')}。` },
    ...(bulletins.length > 0
      ? [
          { kind: 'paragraph' as const, text: `${now}发出的通报：` },
          ...bulletins.map((text) => ({ kind: 'paragraph' as const, text })),
        ]
      : []),
    { kind: 'fill', text: '请补充：典型事例和整改结果' },
  ];
}

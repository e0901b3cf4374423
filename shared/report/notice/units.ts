import type { Block } from '../official-document';
import { bestAndWorst, leastForRank, type Ranked, ranking } from '../ranking';
import { countedOf, percent, type ReportFigures } from '../report-figures';

const named = (units: readonly Ranked[]) =>
  units.map(({ name, counted }) => `${name}（${percent(counted)}，${counted[1]}件）`).join('、');

function compared(figures: ReportFigures, id: string, words: string): string {
  const ranked = ranking(figures.units, id);
  if (ranked.length < 2) return `${words}：满${leastForRank}件可以比较的单位不足两家，不作比较。`;
  const { best, worst } = bestAndWorst(ranked);
  const low = worst.length > 0 ? `；较低的是${named(worst)}` : '';
  return `${words}：满${leastForRank}件参加比较的单位${ranked.length}家，较高的是${named(best)}${low}。`;
}

/** A chart holds so many units; of more, the first and the last. */
const mostBars = 16;

function rankingChart(ranked: readonly Ranked[]): Block[] {
  if (ranked.length < 2) return [];
  const half = mostBars / 2;
  const all = ranked.length <= mostBars;
  const shown = all ? ranked : [...ranked.slice(0, half), ...ranked.slice(-half)];
  const which = all ? `满${leastForRank}件的单位` : `满${leastForRank}件的单位中最高和最低的各${half}家`;
  return [
    {
      kind: 'chart',
      title: `办结按时率（${which}，%）`,
      shape: 'bar',
      percent: true,
      labels: shown.map(({ name }) => name),
      series: [{ name: '办结按时率', values: shown.map(({ share }) => share) }],
    },
  ];
}

/** Units by what they did in time and what was solved; none is named below ten (spec 7). */
export function unitsPart(figures: ReportFigures): Block[] {
  return [
    { kind: 'heading', level: 1, text: '各单位办理情况' },
    {
      kind: 'paragraph',
      text: `件数不足${leastForRank}件的单位不排名、不点名，全部单位的数字见附件。`,
    },
    { kind: 'paragraph', text: compared(figures, 'on-time-resolve', '办结按时率') },
    { kind: 'paragraph', text: compared(figures, 'solved', '解决率') },
    { kind: 'paragraph', text: compared(figures, 'satisfied', '满意率') },
    ...rankingChart(ranking(figures.units, 'on-time-resolve')),
    { kind: 'fill', text: '请补充：对办理较好和较差单位的点评' },
  ];
}

/** Every unit that had something, in order of what it received. */
export function unitTable(figures: ReportFigures): Block {
  const rates = ['on-time-accept', 'on-time-resolve', 'solved', 'satisfied'];
  const rows = figures.units
    .filter((each) => each.key !== null)
    .map((each, at) => [
      String(at + 1),
      each.name,
      String(countedOf(each, 'received')[0]),
      ...rates.map((id) => percent(countedOf(each, id))),
      String(countedOf(each, 'supervised')[0]),
    ]);
  return {
    kind: 'table',
    title: '各单位办理情况（按收到件数排列，不是名次）',
    columns: [
      { title: '序号', share: 9, align: 'center' },
      { title: '单位', share: 30, align: 'left' },
      { title: '收到', share: 9, align: 'right' },
      { title: '接单\n按时率', share: 14, align: 'right' },
      { title: '办结\n按时率', share: 14, align: 'right' },
      { title: '解决率', share: 14, align: 'right' },
      { title: '满意率', share: 14, align: 'right' },
      { title: '督办', share: 9, align: 'right' },
    ],
    rows: rows.length > 0 ? rows : [['—', '没有', '0', '—', '—', '—', '—', '0']],
    note: '比率栏“—”表示没有可以统计的件数。',
  };
}

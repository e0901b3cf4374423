import { formatDay } from '../../sla/instant';
import type { Block } from '../official-document';
import { periodWords } from '../period';
import { countedIn, countedOf, percent, type ReportFigures, shareOf } from '../report-figures';

/** "增加 5 件，增长 12.5%"; "持平"; without a share where there was nothing before. */
function change(now: number, before: number): string {
  if (now === before) return '持平';
  const [more, grows] = now > before ? ['增加', '增长'] : ['减少', '下降'];
  const share = before === 0 ? '' : `，${grows}${((Math.abs(now - before) / before) * 100).toFixed(1)}%`;
  return `${more}${Math.abs(now - before)}件${share}`;
}

function points(figures: ReportFigures, id: string): string {
  const now = shareOf(countedIn(figures.whole, id));
  const before = shareOf(countedIn(figures.before, id));
  if (now === null || before === null) return '';
  const moved = Math.round((now - before) * 10) / 10;
  const { before: name } = periodWords[figures.kind];
  if (moved === 0) return `，与${name}持平`;
  return `，比${name}${moved > 0 ? '上升' : '下降'}${Math.abs(moved).toFixed(1)}个百分点`;
}

function received(figures: ReportFigures): string {
  const { now, before } = periodWords[figures.kind];
  const count = (id: string) => countedIn(figures.whole, id)[0];
  const total = count('received');
  if (total === 0) return `${now}没有收到诉求。`;
  const earlier = countedIn(figures.before, 'received')[0];
  const channels = figures.channels
    .filter((each) => each.key !== null && countedOf(each, 'received')[0] > 0)
    .slice(0, 3)
    .map((each) => `${each.name}${countedOf(each, 'received')[0]}件`);
  const from = channels.length > 0 ? `从渠道看，主要是${channels.join('、')}。` : '';
  return `${now}共收到诉求${total}件，与${before}相比${change(total, earlier)}；其中撤回${count('withdrawn')}件，不予受理${count('declined')}件。${from}`;
}

const handled: [id: string, words: string][] = [
  ['on-time-accept', '接单按时率'],
  ['on-time-contact', '联系反映人按时率'],
  ['on-time-resolve', '办结按时率'],
];

function handling(figures: ReportFigures): string {
  const parts = handled
    .filter(([id]) => (countedIn(figures.whole, id)[1] ?? 0) > 0)
    .map(([id, words]) => `${words}${percent(countedIn(figures.whole, id))}${points(figures, id)}`);
  const { n, work } = figures.whole.handling;
  const hours = (minutes: number | null) => ((minutes ?? 0) / 60).toFixed(1);
  const times =
    n === 0
      ? ''
      : `办结的${n}件，从接单到最后一次办结，所用办公时间的中位数为${hours(work.median)}小时，九成在${hours(work.p90)}小时以内。`;
  const overdue = `截至统计时，已超期仍未办理的有${figures.overdueNow}件。`;
  return `${parts.length > 0 ? `${parts.join('；')}。` : ''}${times}${overdue}`;
}

function judged(figures: ReportFigures): string {
  const { whole } = figures;
  const solved = countedIn(whole, 'solved');
  const satisfied = countedIn(whole, 'satisfied');
  const { average, levels } = whole.satisfaction;
  const said = (solved[1] ?? 0) > 0;
  const rated = (satisfied[1] ?? 0) > 0;
  return [
    said
      ? `有答复的${solved[1]}件次中，已解决${solved[0]}件次，解决率${percent(solved)}${points(figures, 'solved')}。`
      : '没有收到是否解决的答复。',
    rated
      ? `有评价的${satisfied[1]}件次中，基本满意及以上${satisfied[0]}件次，满意率${percent(satisfied)}${points(figures, 'satisfied')}，平均${(average ?? 0).toFixed(2)}分；不满意和非常不满意共${(levels[0] ?? 0) + (levels[1] ?? 0)}件次。`
      : '没有收到满意度评价。',
    `已办结但没有任何答复的${countedIn(whole, 'unanswered')[0]}件次，不计入以上比率。`,
  ].join('');
}

const inTable = [
  'received',
  'on-time-accept',
  'on-time-contact',
  'on-time-resolve',
  'on-time-resolve-original',
  'on-time-rectify',
  'solved',
  'satisfied',
  'unit-callback-cover',
  'district-callback-cover',
  'first-time-right',
];

function mainTable(figures: ReportFigures): Block {
  const { now, before } = periodWords[figures.kind];
  const cell = (counted: ReturnType<typeof countedIn>) =>
    counted[1] === null ? String(counted[0]) : percent(counted);
  const rows = inTable.flatMap((id) => {
    const named = figures.whole.figures.find((each) => each.id === id);
    if (!named) return [];
    const counted = countedIn(figures.whole, id);
    const basis = counted[1] === null ? '—' : `${counted[0]}/${counted[1]}`;
    return [[named.title, cell(counted), basis, cell(countedIn(figures.before, id))]];
  });
  return {
    kind: 'table',
    title: '主要指标',
    columns: [
      { title: '指标', share: 40, align: 'left' },
      { title: now, share: 18, align: 'right' },
      { title: '件数', share: 24, align: 'right' },
      { title: before, share: 18, align: 'right' },
    ],
    rows,
    note: '比率按期限或办结所在日期统计；未完成且已超期的计入分母。',
  };
}

const shortKeys: Record<ReportFigures['kind'], (key: string) => string> = {
  week: (key) => formatDay(key).replaceAll(' ', ''),
  month: (key) => String(Number(key.slice(8, 10))),
  year: (key) => `${Number(key.slice(5, 7))}月`,
};

function trend(figures: ReportFigures): Block[] {
  const shown = figures.trend.filter((each) => each.key !== null);
  if (shown.length < 2) return [];
  return [
    {
      kind: 'chart',
      title: `${figures.kind === 'year' ? '各月' : '每日'}收到和归档的件数`,
      shape: 'column',
      labels: shown.map((each) => shortKeys[figures.kind](each.key ?? '')),
      series: [
        { name: '收到', values: shown.map((each) => countedOf(each, 'received')[0]) },
        { name: '归档', values: shown.map((each) => countedOf(each, 'first-time-right')[1]), line: true },
      ],
    },
  ];
}

/** What came in, how it was handled, how it was judged: totals with the period before (spec 7). */
export const overall = (figures: ReportFigures): Block[] => [
  { kind: 'heading', level: 1, text: '总体情况' },
  { kind: 'heading', level: 2, text: '收到诉求' },
  { kind: 'paragraph', text: received(figures) },
  ...trend(figures),
  { kind: 'heading', level: 2, text: '按时办理' },
  { kind: 'paragraph', text: handling(figures) },
  { kind: 'heading', level: 2, text: '反映人评价' },
  { kind: 'paragraph', text: judged(figures) },
  mainTable(figures),
];

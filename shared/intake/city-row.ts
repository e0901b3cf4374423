import type * as z from 'zod';
import { CityPortalInput } from '../order/contract/intake';
import { stages } from '../order/vocabulary';
import { dayOf, type Instant, toIso } from '../sla/instant';
import { type CityColumn, cityTitle } from './city-column';
import { looseMoment } from './loose-moment';

export type CityCells = Partial<Record<CityColumn, string>>;
export interface RowProblem {
  column: string;
  message: string;
}
/** What the words of a row may mean here. */
export interface KnownNames {
  now: Instant;
  /** A matter by its name or code; null where there is none, or several. */
  matterId(words: string): string | null;
  place(words: string): { placeUnitId: string } | { town: string } | null;
}

const stageWords: [RegExp, keyof typeof stages][] = [
  [/未受理|不予?受理|没有被受理/, 'not-accepted'],
  [/未通过|未审批|不通过|没有通过/, 'not-approved'],
  [/未办结|未办完|没有办完|超期/, 'not-finished'],
  [/大厅|中心|窗口/, 'not-solved-at-centre'],
  [/其他|其它/, 'other'],
];
const stageOf = (words: string): string | null =>
  Object.entries(stages).find(([key, title]) => key === words || title === words)?.[0] ??
  stageWords.find(([pattern]) => pattern.test(words))?.[1] ??
  null;

/** Where a field of the contract stands in the sheet. */
const columnOfPath: Record<string, CityColumn> = {
  cityNumber: 'cityNumber',
  receivedAt: 'receivedAt',
  'reporter.kind': 'kind',
  'reporter.name': 'name',
  'reporter.phone': 'phone',
  'reporter.enterpriseName': 'enterpriseName',
  'reporter.creditCode': 'creditCode',
  'report.matterText': 'matter',
  'report.triedOn': 'triedOn',
  'report.triedTimes': 'triedTimes',
  'report.story': 'story',
};
/** The title of the column that a refusal's field stands in. */
export const cityColumnAt = (path: string): string => cityTitle(columnOfPath[path] ?? 'story');

function sentence(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? `至少 ${issue.minimum} 个字` : `至少 ${issue.minimum}`;
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `最多 ${issue.maximum}`;
  return '填写不正确';
}

const tidy = (text: string | undefined) => text?.replaceAll('\r\n', '\n').trim() ?? '';
const digits = (text: string) => text.replace(/[\s()（）-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');

/** One row as the contract wants it, or every reason why not, each with the title of its column. */
export function readCityRow(
  cells: CityCells,
  known: KnownNames,
): { input: CityPortalInput } | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const refuse = (column: CityColumn, message: string) => {
    problems.push({ column: cityTitle(column), message });
    return undefined;
  };
  const of = (column: CityColumn) => tidy(cells[column]);
  const moment = (column: CityColumn): Instant | undefined => {
    const words = of(column);
    if (!words) return undefined;
    const at = looseMoment(words);
    if (at === null) return refuse(column, '日期看不懂，请写成 2026-11-18 或 2026-11-18 09:30');
    return at > known.now ? refuse(column, '日期在今天以后') : at;
  };
  for (const column of ['cityNumber', 'name', 'story'] as const) if (!of(column)) refuse(column, '没有填写');
  const cityNumber = of('cityNumber').replace(/\s/g, '');
  if (/^\d(\.\d+)?e\+\d+$/i.test(cityNumber))
    refuse('cityNumber', '编号被表格改成了数字，请把这一列设为文本再填');
  const kindWords = of('kind');
  if (kindWords && !/^(个人|自然人|群众|企业|法人|单位|person|enterprise)$/.test(kindWords))
    refuse('kind', '请填写个人或企业');
  const enterprise = kindWords ? /企业|法人|单位|enterprise/.test(kindWords) : of('enterpriseName') !== '';
  const stage = of('stage') ? stageOf(of('stage')) : 'other';
  if (!stage) refuse('stage', `请填写其中一项：${Object.values(stages).join('、')}`);
  const times = of('triedTimes');
  if (times && !/^\d{1,2}次?$/.test(times)) refuse('triedTimes', '请填写 1 到 99 的数字');
  const place = of('place') ? known.place(of('place')) : undefined;
  if (place === null) refuse('place', '没有这个大厅或街镇');
  const receivedAt = moment('receivedAt');
  const triedOn = moment('triedOn');
  const matterId = of('matter') ? known.matterId(of('matter')) : null;
  const optional = (name: string, value: string | number | undefined) => (value ? { [name]: value } : {});
  const parsed = CityPortalInput.safeParse({
    cityNumber,
    ...optional('receivedAt', receivedAt && toIso(receivedAt)),
    reporter: {
      kind: enterprise ? 'enterprise' : 'person',
      name: of('name'),
      ...optional('phone', digits(of('phone'))),
      ...optional('enterpriseName', enterprise ? of('enterpriseName') : ''),
      ...optional('creditCode', enterprise ? of('creditCode').toUpperCase() : ''),
    },
    report: {
      ...(matterId ? { matterId } : optional('matterText', of('matter'))),
      ...(place ?? {}),
      stage: stage ?? 'other',
      ...optional('triedOn', triedOn && dayOf(triedOn)),
      ...optional('triedTimes', Number.parseInt(times, 10) || undefined),
      story: of('story'),
      files: [],
    },
  });
  if (parsed.success && problems.length === 0) return { input: parsed.data };
  const said = new Set(problems.map((each) => each.column));
  for (const issue of parsed.error?.issues ?? []) {
    const column = cityColumnAt(issue.path.join('.'));
    if (!said.has(column)) problems.push({ column, message: sentence(issue) });
    said.add(column);
  }
  return { problems };
}

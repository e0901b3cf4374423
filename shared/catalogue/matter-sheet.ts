import { findHeader } from '../intake/sheet-header';

/** The columns of the catalogue's sheet: a line for each owner of a matter, so a matter may have several lines. */
export const matterColumns = {
  code: ['事项编码', '编码', '实施编码', '基本编码', '业务编码'],
  name: ['事项名称', '名称', '事项'],
  unit: ['承办单位', '主管部门', '责任部门', '实施主体', '实施部门', '部门'],
  place: ['办理地点', '大厅', '街镇', '乡镇', '地点'],
} as const;
type MatterColumn = keyof typeof matterColumns;
export type MatterCells = Partial<Record<MatterColumn, string>>;

export const findMatterHeader = (rows: string[][]) =>
  findHeader<MatterColumn>(rows, matterColumns, ['code', 'name', 'unit']);

/** Who answers for a matter: at one place (a hall's unit id or a town's code), or null everywhere. */
export interface Owner {
  unitId: string;
  placeKey: string | null;
}
export interface SheetMatter {
  code: string;
  name: string;
  owners: Owner[];
}
export interface BadLine {
  line: number;
  code: string | null;
  column: string;
  message: string;
  /** The words that name no unit here: they may be another name of one. */
  unknownUnit?: string;
}

export interface SheetNames {
  /** A unit by its name or another name of it; null for none. */
  unitId(words: string): string | null;
  placeKey(words: string): string | null;
}

/** The export marks what a spreadsheet could take for a formula; the mark is not part of the words. */
const tidy = (text: string | undefined) => text?.trim().replace(/^'(?=[=+\-@])/, '') ?? '';

/** The matters of a sheet, lines of one code put together; and every line that cannot be used, with the reason. */
export function readMatterSheet(
  rows: { line: number; cells: MatterCells }[],
  names: SheetNames,
): { matters: SheetMatter[]; bad: BadLine[] } {
  const matters = new Map<string, SheetMatter>();
  const bad: BadLine[] = [];
  for (const { line, cells } of rows) {
    const [code, name, unit, place] = [cells.code, cells.name, cells.unit, cells.place].map(tidy) as [
      string,
      string,
      string,
      string,
    ];
    const refuse = (column: MatterColumn, message: string, more: Partial<BadLine> = {}) =>
      bad.push({ line, code: code || null, column: matterColumns[column][0], message, ...more });
    const known = matters.get(code);
    const unitId = unit ? names.unitId(unit) : null;
    const placeKey = place && place !== '全区' ? names.placeKey(place) : null;
    if (!code) refuse('code', '没有填写');
    else if (code.length > 100) refuse('code', '最多 100 个字');
    else if (/^\d(\.\d+)?e\+\d+$/i.test(code)) refuse('code', '编码被表格改成了数字，请把这一列设为文本再填');
    else if (!name) refuse('name', '没有填写');
    else if (name.length > 200) refuse('name', '最多 200 个字');
    else if (known && known.name !== name) refuse('name', `同一编码的名称不一样，前面是“${known.name}”`);
    else if (!unit) refuse('unit', '没有填写');
    else if (!unitId)
      refuse('unit', `没有叫“${unit.slice(0, 40)}”的单位`, { unknownUnit: unit.slice(0, 60) });
    else if (place && place !== '全区' && !placeKey)
      refuse('place', `没有叫“${place.slice(0, 40)}”的大厅或街镇`);
    else if (known?.owners.some((owner) => owner.placeKey === placeKey))
      refuse('place', '这个事项在这个地点已经有承办单位了');
    else {
      const owners = [...(known?.owners ?? []), { unitId, placeKey }];
      matters.set(code, { code, name, owners });
    }
  }
  return { matters: [...matters.values()], bad };
}

export interface KeptMatter extends SheetMatter {
  id: string;
  active: boolean;
}
export interface MatterChange {
  kept: KeptMatter;
  wanted: SheetMatter;
  renamed: boolean;
  moved: boolean;
  revived: boolean;
}
export interface CatalogueChange {
  added: SheetMatter[];
  changed: MatterChange[];
  /** Active ones that the sheet does not name: they are put out of use, never deleted. */
  gone: KeptMatter[];
  same: number;
}

const keyOf = (owners: Owner[]) =>
  owners
    .map(({ unitId, placeKey }) => `${placeKey ?? ''}=${unitId}`)
    .sort()
    .join('|');

/**
 * What the catalogue would become. A matter with a line that cannot be used is left as it is. `whole`: the sheet is the
 * whole catalogue, so what it does not name goes out of use — unless a line without a code may have meant it.
 */
export function changeOfCatalogue(
  kept: KeptMatter[],
  sheet: { matters: SheetMatter[]; bad: BadLine[] },
  whole: boolean,
): CatalogueChange {
  const spoiled = new Set(sheet.bad.map(({ code }) => code));
  const wanted = sheet.matters.filter(({ code }) => !spoiled.has(code));
  const named = new Set(sheet.matters.map(({ code }) => code));
  const byCode = new Map(kept.map((each) => [each.code, each]));
  const changed = wanted.flatMap((each): MatterChange[] => {
    const now = byCode.get(each.code);
    if (!now) return [];
    const renamed = now.name !== each.name;
    const moved = keyOf(now.owners) !== keyOf(each.owners);
    return renamed || moved || !now.active
      ? [{ kept: now, wanted: each, renamed, moved, revived: !now.active }]
      : [];
  });
  const added = wanted.filter(({ code }) => !byCode.has(code));
  const certain = whole && !spoiled.has(null);
  const gone = kept.filter(({ code, active }) => certain && active && !named.has(code) && !spoiled.has(code));
  return { added, changed, gone, same: wanted.length - added.length - changed.length };
}

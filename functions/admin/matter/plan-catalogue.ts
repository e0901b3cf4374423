import { createHash } from 'node:crypto';
import {
  type CatalogueChange,
  changeOfCatalogue,
  findMatterHeader,
  type Owner,
  readMatterSheet,
} from '../../../shared/catalogue/matter-sheet';
import { namedCells } from '../../../shared/intake/sheet-header';
import type { Db, Tx } from '../../db/connect';
import { readSheet } from '../../intake/sheet/read-sheet';
import { limits } from '../../intake/sheet/read-xlsx';
import { sheetRefused } from '../../intake/sheet/sheet-refused';
import type { Context } from '../../order/context';
import { keptMatters, placeName, sheetNames } from './kept-matters';

export interface CataloguePlan {
  change: CatalogueChange;
  bad: ReturnType<typeof readMatterSheet>['bad'];
  unused: string[];
  /** Of the sheet's words and of all it would change: what was looked at is what is done. */
  digest: string;
}

/** What a sheet would make of the catalogue as it stands; throws what `sheetRefused` says. Nothing is changed. */
export async function planCatalogue(
  db: Db | Tx,
  ctx: Context,
  bytes: Buffer,
  whole: boolean,
): Promise<CataloguePlan> {
  const { rows } = await readSheet(bytes);
  const header = findMatterHeader(rows.map(({ cells }) => cells));
  if ('missing' in header) throw sheetRefused('no-header', { missing: header.missing });
  const data = rows
    .slice(header.at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells: namedCells(header.columns, cells) }));
  if (data.length === 0) throw sheetRefused('empty');
  if (data.length > limits.rows) throw sheetRefused('too-many-rows', { most: limits.rows });
  const sheet = readMatterSheet(data, await sheetNames(db, ctx));
  const change = changeOfCatalogue(await keptMatters(db, ctx.now()), sheet, whole);
  const digest = createHash('sha256').update(JSON.stringify(change)).digest('hex');
  return { change, bad: sheet.bad, unused: header.unused, digest };
}

const shown = 300;

/** The plan for people to read: names instead of ids, and no list longer than a screen can bear. */
export function presentPlan(ctx: Context, { change, bad, unused, digest }: CataloguePlan) {
  const say = (owners: Owner[]) =>
    owners
      .map(({ unitId, placeKey }) => {
        const unit = ctx.ref.units.get(unitId)?.name ?? '';
        return placeKey === null ? unit : `${placeName(ctx, placeKey)}：${unit}`;
      })
      .sort()
      .join('；');
  const line = ({ code, name, owners }: { code: string; name: string; owners: Owner[] }) => ({
    code,
    name,
    owners: say(owners),
  });
  const changed = change.changed.slice(0, shown).map(({ kept, wanted, renamed, moved, revived }) => ({
    ...line(wanted),
    was: [
      renamed ? `原名称：${kept.name}` : '',
      moved ? `原承办：${say(kept.owners) || '没有'}` : '',
      revived ? '原已停用，将恢复' : '',
    ]
      .filter(Boolean)
      .join('；'),
  }));
  return {
    digest,
    unused,
    counts: {
      added: change.added.length,
      changed: change.changed.length,
      gone: change.gone.length,
      same: change.same,
      bad: bad.length,
    },
    added: change.added.slice(0, shown).map(line),
    changed,
    gone: change.gone.slice(0, shown).map(line),
    bad: bad.slice(0, shown * 2),
  };
}

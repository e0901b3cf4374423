import { inArray } from 'drizzle-orm';
import {
  mayProblem,
  type ProblemCommand,
  problemCommands,
  problemSources,
  problemStates,
  problemTransitions,
} from '../../../shared/learning/problem-list';
import { causes, stateWords } from '../../../shared/order/vocabulary';
import { dayOf, toIso } from '../../../shared/sla/instant';
import type { Db } from '../../db/connect';
import { matter, staff } from '../../db/schema';
import { holds } from '../../desk/queues';
import type { Context } from '../../order/context';
import type { OrderRow } from '../../order/order-row';
import { unitsOf } from '../../order/visible-to';
import type { MeasureRow, ProblemRow } from './problem-row';

export async function matterNames(db: Db, ids: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: matter.id, name: matter.name })
    .from(matter)
    .where(inArray(matter.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function staffNames(db: Db, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** What this person may do with the item now. */
export const commandsFor = (ctx: Context, item: ProblemRow): ProblemCommand[] =>
  (Object.keys(problemCommands) as ProblemCommand[]).filter(
    (command) =>
      problemTransitions[command][item.state] && mayProblem(command, item, ctx.actor, ctx.ref.tree),
  );

export const presentMeasure = (ctx: Context, measure: MeasureRow) => ({
  round: measure.round,
  text: measure.text,
  due: measure.due,
  firstDue: measure.firstDue,
  setAt: toIso(measure.setAt),
  doneAt: measure.doneAt === null ? null : toIso(measure.doneAt),
  doneNote: measure.doneNote,
  judgedAt: measure.judgedAt === null ? null : toIso(measure.judgedAt),
  judgement: measure.judgement,
  inTime: measure.doneAt === null ? null : dayOf(measure.doneAt) <= measure.due,
  overdue: measure.doneAt === null && !measure.void && measure.due < dayOf(ctx.now()),
});

/** What the list and the item's own page both say. */
export function presentLine(
  ctx: Context,
  item: ProblemRow,
  matters: Map<string, string>,
  people: Map<string, string>,
) {
  return {
    id: item.id,
    title: item.title,
    cause: item.cause,
    causeWord: causes[item.cause],
    detail: item.detail,
    sourceWord: problemSources[item.source],
    matters: item.matterIds.map((id) => ({ id, name: matters.get(id) ?? '' })),
    owner: { id: item.ownerUnitId, name: ctx.ref.units.get(item.ownerUnitId)?.name ?? '' },
    responsible: item.responsibleId
      ? { id: item.responsibleId, name: people.get(item.responsibleId) ?? '' }
      : null,
    openedByDistrict: item.openedByDistrict,
    openedBy: people.get(item.openedBy) ?? '',
    openedAt: toIso(item.openedAt),
    state: item.state,
    stateWord: problemStates[item.state],
    dropReason: item.dropReason,
    version: item.version,
  };
}

/** The evidence this person may see; the rest is only counted (spec 6). */
export function presentEvidence(ctx: Context, rows: OrderRow[], matters: Map<string, string>) {
  const all = holds(ctx, 'dispatcher', 'supervisor', 'inspector');
  const units = unitsOf(ctx);
  const seen = rows.filter((row) => all || row.seenBy.some((unitId) => units.includes(unitId)));
  return {
    items: seen.map((row) => ({
      number: row.number,
      stateWord: stateWords[row.state],
      matter: matters.get(row.matterId ?? '') ?? null,
      submittedAt: toIso(row.submittedAt),
    })),
    hidden: rows.length - seen.length,
  };
}

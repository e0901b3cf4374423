import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { SheetMatter } from '../../../shared/catalogue/matter-sheet';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { addDays, dayOf } from '../../../shared/sla/instant';
import { pinyinKeys } from '../../../shared/text/pinyin-keys';
import { appendAudit } from '../../audit/append-event';
import { forgetMatters } from '../../catalogue/routes';
import type { Tx } from '../../db/connect';
import { matter, matterOwner } from '../../db/schema';
import type { Context } from '../../order/context';
import { requireKeeper } from '../require-keeper';
import { type CataloguePlan, planCatalogue } from './plan-catalogue';

const page = 500;
async function inPages<T>(items: T[], work: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += page) await work(items.slice(at, at + page));
}

function columnsOf(ctx: Context, { name, owners }: SheetMatter) {
  const { full, initials } = pinyinKeys(name);
  const department = ctx.ref.units.get(owners[0]?.unitId ?? '')?.name ?? '';
  return { name, department, pinyin: full, initials, active: true };
}

async function addOwners(tx: Tx, ctx: Context, of: { matterId: string; wanted: SheetMatter }[]) {
  const validFrom = dayOf(ctx.now());
  const rules = of.flatMap(({ matterId, wanted }) =>
    wanted.owners.map((owner) => ({ id: ctx.newId(), matterId, ...owner, validFrom })),
  );
  await inPages(rules, (some) => tx.insert(matterOwner).values(some));
}

/** Whoever answered until yesterday did so; from today on the new ones do, and what was planned is void. */
async function endOwners(tx: Tx, ctx: Context, matterIds: string[]): Promise<void> {
  const today = dayOf(ctx.now());
  const running = or(isNull(matterOwner.validTo), sql`${matterOwner.validTo} >= ${today}`);
  await inPages(matterIds, (some) =>
    tx
      .update(matterOwner)
      .set({ validTo: addDays(today, -1) })
      .where(and(inArray(matterOwner.matterId, some), running)),
  );
}

async function carryOut(tx: Tx, ctx: Context, { change }: CataloguePlan): Promise<void> {
  const added = change.added.map((wanted) => ({ matterId: ctx.newId(), wanted }));
  await inPages(added, (some) =>
    tx
      .insert(matter)
      .values(
        some.map(({ matterId, wanted }) => ({ id: matterId, code: wanted.code, ...columnsOf(ctx, wanted) })),
      ),
  );
  for (const { kept, wanted } of change.changed)
    await tx.update(matter).set(columnsOf(ctx, wanted)).where(eq(matter.id, kept.id));
  const moved = change.changed
    .filter((each) => each.moved)
    .map(({ kept, wanted }) => ({ matterId: kept.id, wanted }));
  await endOwners(
    tx,
    ctx,
    moved.map(({ matterId }) => matterId),
  );
  await addOwners(tx, ctx, [...added, ...moved]);
  const gone = change.gone.map(({ id }) => id);
  await inPages(gone, (some) => tx.update(matter).set({ active: false }).where(inArray(matter.id, some)));
}

/**
 * Makes the catalogue what the sheet says, all of it or nothing, if it would still do just what was looked at; recorded
 * (spec 6). Orders keep their matter, also one that is out of use.
 */
export async function applyCatalogue(ctx: Context, bytes: Buffer, whole: boolean, digest: string) {
  requireKeeper(ctx, 'supervisor', 'admin');
  const done = await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('catalogue', 0))`);
    const plan = await planCatalogue(tx, ctx, bytes, whole);
    if (plan.digest !== digest) throw new RuleBroken('catalogue.changed-meanwhile', {}, 409);
    await carryOut(tx, ctx, plan);
    const { added, changed, gone } = plan.change;
    const codes = (of: { code: string }[]) => of.slice(0, 200).map(({ code }) => code);
    const counts = { added: added.length, changed: changed.length, gone: gone.length, bad: plan.bad.length };
    await appendAudit(tx, ctx.actor, ctx.now(), 'catalogue.changed', {
      ...counts,
      digest,
      whole,
      codes: { added: codes(added), changed: codes(changed.map(({ wanted }) => wanted)), gone: codes(gone) },
    });
    return counts;
  });
  forgetMatters();
  return done;
}

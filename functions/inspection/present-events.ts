import { inArray } from 'drizzle-orm';
import { eventGroup, eventWord } from '../../shared/notice/event-word';
import { type LineFacts, timelineTitle } from '../../shared/notice/timeline';
import { roles } from '../../shared/order/vocabulary';
import { toIso } from '../../shared/sla/instant';
import { type event, order, staff } from '../db/schema';
import type { Context } from '../order/context';
import { openEvent } from '../order/words';
import { sayChange, saySignature } from './say-change';

type EventRow = typeof event.$inferSelect;

const principals: Record<string, string> = {
  system: '系统',
  reporter: '反映人',
  kiosk: '自助终端',
  partner: '合作系统',
};

/** The people of a page by their name in the ledger. */
export async function namesOf(ctx: Context, actors: string[]): Promise<(actor: string) => string> {
  const ids = [...new Set(actors)].filter((each) => each.startsWith('staff:')).map((each) => each.slice(6));
  const people =
    ids.length > 0
      ? await ctx.db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
      : [];
  const byId = new Map(people.map(({ id, name }) => [`staff:${id}`, name]));
  return (actor) => byId.get(actor) ?? principals[actor.split(':')[0] ?? ''] ?? '工作人员';
}

async function ordersOf(ctx: Context, rows: EventRow[]) {
  const ids = [...new Set(rows.flatMap((row) => row.orderId ?? []))];
  const found =
    ids.length > 0
      ? await ctx.db
          .select({ id: order.id, number: order.number, orderKey: order.orderKey })
          .from(order)
          .where(inArray(order.id, ids))
      : [];
  return new Map(found.map((each) => [each.id, each]));
}

function title(line: LineFacts): string {
  try {
    return timelineTitle(line);
  } catch {
    return eventWord(line.kind);
  }
}

/** What a record of no order tells beside its kind, in words: never the data as it stands. */
async function details(ctx: Context, rows: EventRow[]): Promise<(row: EventRow) => string> {
  const about = rows.flatMap(({ data }) => (typeof data.staffId === 'string' ? `staff:${data.staffId}` : []));
  const name = await namesOf(ctx, about);
  return ({ data }) => {
    const held = Array.isArray(data.roles)
      ? (data.roles as { role: keyof typeof roles; unitId: string }[])
      : [];
    const parts = [
      typeof data.staffId === 'string' ? name(`staff:${data.staffId}`) : '',
      typeof data.unitId === 'string' ? (ctx.ref.units.get(data.unitId)?.name ?? '') : '',
      typeof data.number === 'string' ? data.number : '',
      data.means === 'oidc' ? '政务账号' : '',
      typeof data.rows === 'number' ? `${data.rows} 行` : '',
      typeof data.found === 'number' ? `找到 ${data.found} 件` : '',
      data.active === false ? '停用账号' : '',
      data.totp === true ? '同时取消动态验证码' : '',
      held.map(({ role, unitId }) => `${ctx.ref.units.get(unitId)?.name ?? ''}${roles[role]}`).join('、'),
      typeof data.said === 'string' ? data.said : '',
    ];
    return parts.filter(Boolean).join('，');
  };
}

/** Records as people read them: who, in what role, from where, when, what, what was and is; the reason of a look is opened from under the order's key. */
export async function presentEvents(ctx: Context, rows: EventRow[]) {
  const orders = await ordersOf(ctx, rows);
  const name = await namesOf(
    ctx,
    rows.map((row) => row.actor),
  );
  const detail = await details(ctx, rows);
  const unit = (id: unknown) => ctx.ref.units.get(String(id))?.name ?? '有关单位';
  return rows.map((row) => {
    const its = row.orderId ? orders.get(row.orderId) : undefined;
    const looked = row.kind === 'personal.revealed' && its?.orderKey;
    const opened = looked
      ? openEvent(ctx.vault, ctx.vault.openOrderKey(looked), row.orderId ?? '', row.sealed)
      : null;
    return {
      id: row.id,
      at: toIso(row.at),
      kind: row.kind,
      group: eventGroup(row.kind),
      title: row.orderId ? title({ kind: row.kind, data: row.data, unit }) : eventWord(row.kind),
      detail: row.orderId ? (opened?.words.reason ?? sayChange(row.data, unit)) : detail(row),
      by: name(row.actor),
      ...saySignature(row.data),
      unit: row.actorUnitId ? unit(row.actorUnitId) : null,
      number: its?.number ?? null,
    };
  });
}

import { and, arrayOverlaps, desc, eq, isNotNull, ne } from 'drizzle-orm';
import { findDuplicates } from '../../shared/routing/duplicate';
import { grams } from '../../shared/text/grams';
import { gramSimilarity } from '../../shared/text/similarity';
import { matter, matterOwner, order } from '../db/schema';
import type { Context } from '../order/context';
import type { OrderRow } from '../order/order-row';
import { openWords } from '../order/words';

const textOf = (ctx: Context, row: OrderRow) => {
  const words = openWords(ctx.vault, row);
  return words ? `${words.matterText ?? ''} ${words.story}` : '';
};

/** Past orders that share words with this one, through the keyed search tokens; at most 200 are compared. */
async function alike(ctx: Context, row: OrderRow) {
  const tokens = row.searchTokens.slice(0, 60);
  if (tokens.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(order)
    .where(and(arrayOverlaps(order.searchTokens, tokens), ne(order.id, row.id)))
    .orderBy(desc(order.submittedAt))
    .limit(200);
  return rows.map((each) => ({ row: each, text: textOf(ctx, each) }));
}

/** Ranked units, matters and likely duplicates for a person to decide by (spec 2, rule 5). */
export async function suggestUnits(ctx: Context, row: OrderRow) {
  const text = textOf(ctx, row);
  const words = grams(text);
  const near = (await alike(ctx, row))
    .map((each) => ({ ...each, score: gramSimilarity(words, grams(each.text)) }))
    .filter((each) => each.score > 0.05)
    .sort((a, b) => b.score - a.score)
    .slice(0, 30);
  const votes = new Map<string, { score: number; count: number }>();
  for (const each of near) {
    const unitId = each.row.leadUnitId;
    if (!unitId) continue;
    const vote = votes.get(unitId) ?? { score: 0, count: 0 };
    votes.set(unitId, { score: vote.score + each.score, count: vote.count + 1 });
  }
  const matters = await ctx.db
    .select({ id: matter.id, name: matter.name, unitId: matterOwner.unitId })
    .from(matter)
    .innerJoin(matterOwner, and(eq(matterOwner.matterId, matter.id), isNotNull(matterOwner.unitId)));
  const named = matters
    .map((each) => ({ ...each, score: gramSimilarity(grams(each.name), words) }))
    .filter((each) => each.score > 0.02)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
  for (const each of named) {
    const vote = votes.get(each.unitId) ?? { score: 0, count: 0 };
    votes.set(each.unitId, { ...vote, score: vote.score + each.score / 2 });
  }
  const total = [...votes.values()].reduce((sum, vote) => sum + vote.score, 0) || 1;
  const units = [...votes]
    .sort((a, b) => b[1].score - a[1].score)
    .slice(0, 5)
    .flatMap(([id, vote]) => {
      const unit = ctx.ref.units.get(id);
      const because =
        vote.count > 0
          ? `${vote.count} 件相似诉求由该单位办理`
          : `事项名称相近：${named.find((each) => each.unitId === id)?.name ?? ''}`;
      return unit
        ? [
            {
              unit: { id, name: unit.name, phone: unit.phone },
              probability: vote.score / total,
              reason: because,
            },
          ]
        : [];
    });
  const report = {
    orderId: row.id,
    reporterKey: row.phoneIndex ?? row.id,
    matterId: row.matterId,
    text,
    at: row.submittedAt,
  };
  const duplicates = findDuplicates(
    report as never,
    near.map((each) => ({
      orderId: each.row.id,
      reporterKey: each.row.phoneIndex ?? each.row.id,
      matterId: each.row.matterId,
      text: each.text,
      at: each.row.submittedAt,
    })) as never,
  );
  return {
    units,
    matters: named.map((each) => ({
      matter: { id: each.id, name: each.name },
      probability: each.score,
      reason: '名称与诉求内容相近',
    })),
    duplicates: duplicates.map((each) => ({
      number: near.find((one) => one.row.id === each.orderId)?.row.number ?? '',
      score: each.score,
      reason: each.reason,
      own: each.kind === 'same-reporter',
    })),
  };
}

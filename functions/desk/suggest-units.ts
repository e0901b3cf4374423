import { and, eq, isNotNull } from 'drizzle-orm';
import { suggestRoutes } from '../../shared/routing/suggest';
import { grams } from '../../shared/text/grams';
import { likenessTo } from '../../shared/text/similarity';
import { matter, matterOwner } from '../db/schema';
import type { Context } from '../order/context';
import type { OrderRow } from '../order/order-row';
import { likelySameProblem } from '../order/similar-orders';
import { openWords } from '../order/words';
import { routeModel } from './route-model';

async function likelyMatters(ctx: Context, text: string) {
  const likeness = likenessTo(grams(text));
  const matters = await ctx.db
    .select({ id: matter.id, name: matter.name })
    .from(matter)
    .innerJoin(matterOwner, and(eq(matterOwner.matterId, matter.id), isNotNull(matterOwner.unitId)))
    .limit(5000);
  return matters
    .map((each) => ({ ...each, score: likeness(grams(each.name)) }))
    .filter((each) => each.score > 0.02)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
}

/** Ranked units, matters and likely duplicates for a person to decide by (spec 2, rule 5). */
export async function suggestUnits(ctx: Context, row: OrderRow) {
  const words = openWords(ctx.vault, row);
  if (!words) return { units: [], matters: [], duplicates: [] };
  const title = words.matterText ?? '';
  const model = await routeModel(ctx);
  const units = suggestRoutes({ text: words.story, title }, model.words, model.past, 8).flatMap(
    ({ label, probability, reason }) => {
      const unit = ctx.ref.units.get(label);
      return unit?.active && probability >= 0.01
        ? [{ unit: { id: unit.id, name: unit.name, phone: unit.phone }, probability, reason }]
        : [];
    },
  );
  const same = await likelySameProblem(ctx, {
    orderId: row.id,
    matterId: row.matterId,
    phoneIndex: row.phoneIndex,
    text: `${title} ${words.story}`,
    at: row.submittedAt,
  });
  return {
    units: units.slice(0, 5),
    matters: (await likelyMatters(ctx, `${title} ${words.story}`)).map((each) => ({
      matter: { id: each.id, name: each.name },
      probability: each.score,
      reason: '名称与诉求内容相近',
    })),
    duplicates: same.map(({ row: other, score, reason, kind }) => ({
      number: other.number,
      score,
      reason,
      own: kind === 'same-reporter',
    })),
  };
}

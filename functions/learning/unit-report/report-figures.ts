import { addMonths, type Month } from '../../../shared/learning/month';
import type { Counted, ReportFigures } from '../../../shared/learning/unit-report';
import { addDays } from '../../../shared/sla/instant';
import { groupNames } from '../../figure/group-names';
import { measure } from '../../figure/measure';
import type { Context } from '../../order/context';
import { improvementsDone } from '../problem/improvements-done';
import { withBelow } from '../scope';

const shownOfGroup = 5;

export const daysOf = (month: Month) => ({
  from: `${month}-01`,
  to: addDays(`${addMonths(month, 1)}-01`, -1),
});

async function mostOf(ctx: Context, query: Parameters<typeof measure>[1], by: 'cause' | 'matter') {
  const found = await measure(ctx, query, by, { figures: ['received'], handling: false });
  const counted = [...found].flatMap(([key, { figures }]) => {
    const n = figures.find(({ id }) => id === 'received')?.count ?? 0;
    return key === null || key === 'none' || n === 0 ? [] : [{ key, n }];
  });
  const top = counted.sort((a, b) => b.n - a.n).slice(0, shownOfGroup);
  const names = await groupNames(
    ctx,
    by,
    top.map(({ key }) => key),
  );
  return top.map(({ key, n }): Counted => ({ name: names.get(key) ?? key, n }));
}

/** A unit's figures of a month, with those below it (spec 7); throws `order.forbidden` for who sees no figures. */
export async function reportFigures(ctx: Context, unitId: string, month: Month): Promise<ReportFigures> {
  const query = { ...daysOf(month), unit: unitId };
  const [whole, causes, matters, improvements] = await Promise.all([
    measure(ctx, query, null, { handling: false }),
    mostOf(ctx, query, 'cause'),
    mostOf(ctx, query, 'matter'),
    improvementsDone(ctx, daysOf(month)),
  ]);
  const own = withBelow(ctx, unitId).flatMap((id) => improvements.get(id) ?? []);
  const done = {
    id: 'improvements-done',
    title: '改进按期完成率',
    formula: '按期完成的措施 ÷ 到期的措施',
    count: own.reduce((sum, { count }) => sum + count, 0),
    of: own.reduce((sum, { of }) => sum + of, 0),
  };
  return { figures: [...(whole.get('')?.figures ?? []), done], causes, matters };
}

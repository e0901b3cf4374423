import type * as z from 'zod';
import type { Clock } from '../../shared/order/facts';
import type { ClockView } from '../../shared/order/view';
import { explainText } from '../../shared/sla/explain';
import { toIso } from '../../shared/sla/instant';
import { countdownText, lightOf } from '../../shared/sla/light';
import type { Context } from './context';

export const clockTitles: Record<Clock['kind'], string> = {
  dispatch: '派单',
  accept: '接单',
  contact: '先行联系',
  resolve: '办结',
  assist: '协办',
  arbitrate: '协办裁定',
  'follow-up': '下次说明',
  'unit-callback': '单位回访',
  'district-callback': '回访督办',
  'supervise-due': '督办',
  rectify: '整改',
};
/** What set each clock going, for its explanation (spec 3). */
const startedBy: Record<Clock['kind'], string> = {
  dispatch: '提交',
  accept: '派单',
  contact: '接单',
  resolve: '接单',
  assist: '请求协办',
  arbitrate: '提出异议',
  'follow-up': '说明情况',
  'unit-callback': '办结',
  'district-callback': '办结',
  'supervise-due': '回访发现',
  rectify: '要求整改',
};
export const isoOrNull = (at: number | null) => (at === null ? null : toIso(at));
export const unitRef = (ctx: Context, id: string | null) => {
  const unit = id ? ctx.ref.units.get(id) : undefined;
  return unit ? { id: unit.id, name: unit.name, phone: unit.phone } : null;
};

/** A clock with its light as of now and its deadline told day by day (spec 3). */
export function presentClock(ctx: Context, clock: Clock): z.infer<typeof ClockView> {
  const running = clock.endedAt === null;
  const now = ctx.now();
  return {
    kind: clock.kind,
    title: clockTitles[clock.kind],
    holder: unitRef(ctx, clock.holderUnitId),
    startedAt: toIso(clock.startedAt),
    dueAt: toIso(clock.dueAt),
    originalDueAt: toIso(clock.originalDueAt),
    provisional: clock.provisional,
    running,
    outcome: clock.outcome,
    endedAt: isoOrNull(clock.endedAt),
    light: running ? lightOf(clock.dueAt, now) : null,
    countdown: running ? countdownText(clock.dueAt, now) : null,
    explanation: explainText(
      clock.startedAt,
      clock.limit,
      ctx.ref.calendar,
      clock.closing,
      startedBy[clock.kind],
      clock.dueAt,
    ),
  };
}

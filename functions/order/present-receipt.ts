import { runningClock } from '../../shared/order/clock';
import type { Receipt } from '../../shared/order/view';
import { formatMoment, toIso } from '../../shared/sla/instant';
import type { Context } from './context';
import type { Created } from './create-order';

const step = (text: string, by: string | null = null) => ({ text, by });

/** What the reporter takes home: number, code, who looks at it by when, and what happens next (spec 4). */
export function presentReceipt(ctx: Context, created: Created): Receipt {
  const { facts } = created.change;
  const dispatch = runningClock(facts, 'dispatch');
  const accept = runningClock(facts, 'accept');
  const unit = ctx.ref.units.get(facts.dispatchedTo ?? facts.lead ?? '')?.name ?? '承办单位';
  const first = accept
    ? [step(`${unit}接单`, toIso(accept.dueAt))]
    : dispatch
      ? [step('派单员确定承办单位', toIso(dispatch.dueAt))]
      : [];
  const atWindow: Partial<Record<typeof facts.state, string>> = {
    declined: '不在受理范围，理由已说明。',
    resolved: `${unit}已当场办结。`,
  };
  const sentence = accept
    ? `已交给${unit}，将在 ${formatMoment(accept.dueAt)} 前接单。`
    : dispatch
      ? `派单员将在 ${formatMoment(dispatch.dueAt)} 前为您确定承办单位。`
      : (atWindow[facts.state] ?? `${unit}已接手。`);
  const ahead = [
    ...first,
    ...(facts.lead ? [] : [step('承办单位接单后一个工作日内与您联系')]),
    step('简单事项当日、一般事项三个工作日、复杂事项五个工作日内办结'),
    step('办结后请您评价是否真正解决'),
  ];
  const ended: Partial<Record<typeof facts.state, typeof ahead>> = {
    declined: [step('对不予受理有异议，可在 30 天内申诉一次')],
    resolved: [step('我们会回访您，请评价是否真正解决'), step('没有解决的，评价后会重新办理')],
  };
  return {
    number: created.number,
    queryCode: created.queryCode,
    version: 1,
    state: facts.state,
    sentence,
    nextSteps: ended[facts.state] ?? ahead,
    token: created.token,
  };
}

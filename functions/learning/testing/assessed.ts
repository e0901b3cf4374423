import type { AssessedUnit } from '../../../shared/learning/assessment/result';
import { seedId } from '../../db/seed/units';
import type { TestWorld } from '../../testing/database';
import { labourOrders } from '../../testing/labour-orders';
import { type Caller, staff } from '../../testing/people';

export const labour = seedId('区人力资源社会保障局');
export const health = seedId('区医保局');

/** The assessment of a year as its page shows it. */
interface Year {
  units: AssessedUnit[];
  ruleVersion: number;
  exclusions: { number: string; reason: string; proposedBy: string; decidedBy: string }[];
  frozen: { hash: string; whole: boolean; by: string } | null;
}

export const told = async (answer: ReturnType<Caller['call']>) => {
  const { status, body } = await answer;
  return [status, body.code ?? 'done'];
};

const solved = {
  figure: 'solved',
  title: '解决率',
  weight: 70,
  formula: { kind: 'linear', zero: 50, full: 100 },
};
const accepted = {
  figure: 'on-time-accept',
  title: '接单按时率',
  weight: 30,
  formula: { kind: 'steps', steps: [{ from: 95, share: 100 }] },
};
/** A rule of two indicators that may be saved. */
export const rule = (more: object = {}) => ({
  fromYear: 2026,
  note: '重解决率',
  indicators: [solved, accepted],
  ...more,
});

/** Twelve orders that the labour bureau closed, and who looks at the assessment. */
export async function assessed(world: TestWorld) {
  const orders = await labourOrders(world);
  const numbers: string[] = [];
  for (let left = 12; left > 0; left -= 1) numbers.push(await orders.closed());
  const labourIn = ({ units }: Year) => units.find(({ id }) => id === labour);
  const exclude = async (who: Caller, number: string, more: object = {}) =>
    who.call('POST', '/learning/assessment/exclusions', {
      year: 2026,
      order: number,
      reason: '系统停机造成，不属单位责任',
      ...more,
    });
  return {
    orders,
    numbers,
    supervisor: () => staff(world, 'duban'),
    lead: () => staff(world, 'renshe-lingdao'),
    year: async (who: Caller, of = 2026) =>
      (await who.call('GET', `/learning/assessment?year=${of}`)).body as unknown as Year,
    labourIn,
    lineOf: (found: Year, figure: string) => labourIn(found)?.lines.find((line) => line.figure === figure),
    exclude,
    decide: async (who: Caller, id: unknown, agreed: boolean) =>
      told(who.call('POST', `/learning/assessment/exclusions/${id}/decide`, { agreed, reason: '情况属实' })),
  };
}

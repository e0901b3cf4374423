import type { Actor } from '../../../shared/order/facts';
import type { Role } from '../../../shared/order/vocabulary';
import type { Context } from '../../order/context';
import type { Cast } from './cast';

export const person = (id: string, role: Role, unitId: string): Actor => ({
  kind: 'staff',
  id,
  roles: [{ role, unitId }],
});

/** Ids that are the same at every run. */
export function serialIds(): () => string {
  let serial = 0;
  return () => `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`;
}

/** People of the demonstration district: a department with an office below it, another one, and a hall. */
export function makeCast(ctx: Context, newId: () => string): Cast {
  const unit = (name: string) => [...ctx.ref.units.values()].find((each) => each.name === name)?.id ?? '';
  const [lead, below, other, hall] = [
    unit('区人力资源社会保障局'),
    unit('区人社局社保服务分中心'),
    unit('区医保局'),
    unit('城桥镇政务服务中心'),
  ];
  const two = (id: string): [string, Actor[]] => [
    id,
    [person(`one@${id}`, 'unit-lead', id), person(`two@${id}`, 'unit-lead', id)],
  ];
  const reporterId = newId();
  return {
    lead,
    below,
    other,
    hall,
    matters: [newId(), newId(), newId(), null],
    towns: ['310151101', '310151102', null],
    reporterId,
    reporter: { kind: 'reporter', accountId: reporterId, orderId: null },
    clerk: person('clerk', 'clerk', hall),
    district: [
      person('dispatcher', 'dispatcher', ctx.ref.tree.districtCentre),
      person('supervisor', 'supervisor', ctx.ref.tree.districtOffice),
    ],
    people: new Map([lead, below, other, hall].map(two)),
  };
}

import { seedId } from '../../functions/db/seed/units';
import type { Actor } from '../../shared/order/facts';

const unit = (name: string) => seedId(name);
/** The units and people that every life is played with; each order puts its own in their place. */
export const cast = {
  lead: unit('区人力资源社会保障局'),
  below: unit('区人社局社保服务分中心'),
  other: unit('区医保局'),
  wrong: unit('区民政局'),
  hall: unit('城桥镇政务服务中心'),
  handler: seedId('staff:renshe1'),
  deputy: seedId('staff:renshe2'),
  otherHandler: seedId('staff:yibao1'),
  wrongHandler: seedId('staff:danwei-wrong'),
  reporter: seedId('reporter'),
  matter: seedId('matter'),
};
const person = (id: string, role: 'handler' | 'dispatcher' | 'supervisor', unitId: string): Actor => ({
  kind: 'staff',
  id,
  roles: [{ role, unitId }],
});
export const handler = person(cast.handler, 'handler', cast.lead);
export const deputy = person(cast.deputy, 'handler', cast.lead);
export const assistant = person(cast.otherHandler, 'handler', cast.other);
export const stranger = person(cast.wrongHandler, 'handler', cast.wrong);
export const dispatcher = person(seedId('staff:paidan'), 'dispatcher', unit('区行政服务中心'));
export const supervisor = person(seedId('staff:duban'), 'supervisor', unit('区政务服务办'));
export const reporter: Actor = { kind: 'reporter', accountId: cast.reporter, orderId: null };

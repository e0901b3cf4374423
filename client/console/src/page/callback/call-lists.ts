import type { Role } from '../../../../../shared/order/vocabulary';
import type { DutyList } from '../duty/duty-page';
import type { Call } from './script';

export interface CallList extends DutyList {
  call: Call;
}

const unitRoles: Role[] = ['handler', 'unit-lead', 'clerk'];
const ofQueue = (id: string) => `queue=${id}&limit=50`;

/** One in five, by the number alone: nobody chooses who is called, and everybody sees the same ones. */
const oneInFive = (number: string): boolean =>
  [...number].reduce((sum, sign, at) => sum + (at + 1) * sign.charCodeAt(0), 0) % 5 === 0;

/** Who has to call whom. */
export const callLists: CallList[] = [
  {
    id: 'mine-callbacks',
    title: '单位回访',
    about: '办结后 2 个工作日内逐件回访，由办理人以外的同事打。',
    empty: '没有要回访的',
    roles: unitRoles,
    query: ofQueue('mine-callbacks'),
    call: 'unit-callback',
  },
  {
    id: 'district-callbacks',
    title: '区级回访',
    about: '办结后 5 个工作日内回访，差评和单位回访未解决的排在最前。',
    empty: '没有要回访的',
    roles: ['dispatcher'],
    query: ofQueue('district-callbacks'),
    call: 'district-callback',
  },
  {
    id: 'supervisor-callbacks',
    title: '区中心主办的',
    about: '区行政服务中心自己主办的，由区政务服务办回访。',
    empty: '没有要回访的',
    roles: ['supervisor'],
    query: ofQueue('supervisor-callbacks'),
    call: 'district-callback',
  },
  {
    id: 'withdrawals',
    title: '撤回回访',
    about: '接单后撤回的，问一次是不是自愿。',
    empty: '没有要问的撤回',
    roles: ['dispatcher'],
    query: ofQueue('withdrawals'),
    call: 'withdrawal-callback',
  },
  {
    id: 'declined',
    title: '不予受理抽查',
    about: '最近的不予受理，按编号每五件抽一件，问解释清楚了没有。记为内部备注。',
    empty: '没有抽到的',
    roles: ['dispatcher', 'supervisor'],
    query: 'state=declined&sort=newest&limit=100',
    call: 'declined-check',
    sampled: oneInFive,
  },
];

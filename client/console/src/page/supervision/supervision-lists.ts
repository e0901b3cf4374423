import type { OrderCommand } from '../../../../../shared/order/command/run';
import type { Role } from '../../../../../shared/order/vocabulary';
import type { DutyList } from '../duty/duty-page';

export interface SupervisionList extends DutyList {
  /** What is done about these, each with its form; who may not is shown none. */
  commands: OrderCommand[];
}
const watchers: Role[] = ['supervisor', 'inspector'];
const ofQueue = (id: string) => `queue=${id}&limit=50`;

/** Demands, what became of them, and what is still to be named. */
export const supervisionLists: SupervisionList[] = [
  {
    id: 'findings',
    title: '待督办',
    about: '区级回访发现未解决或谎报瞒报的，1 个工作日内督办。',
    empty: '没有待督办的',
    roles: watchers,
    query: ofQueue('findings'),
    commands: ['supervise'],
  },
  {
    id: 'rectifying',
    title: '整改中',
    about: '已经督办或重新办理的，看整改期限和答复；到期没改好的可以再督办。',
    empty: '没有整改中的',
    roles: [...watchers, 'dispatcher'],
    query: 'state=rectifying&sort=due&limit=50',
    commands: ['supervise'],
  },
  {
    id: 'mine-rectifying',
    title: '本单位整改',
    about: '按督办要求把这一件改好，到期前办结答复。',
    empty: '没有要整改的',
    roles: ['handler', 'unit-lead', 'clerk'],
    query: ofQueue('mine-rectifying'),
    commands: ['resolve', 'contact', 'explain'],
  },
  {
    id: 'bulletin',
    title: '待通报',
    about: '发现的问题要列入通报，或写明理由免予通报。',
    empty: '没有待通报的',
    roles: watchers,
    query: ofQueue('bulletin'),
    commands: ['excuse'],
  },
  {
    id: 'escalated',
    title: '待协调',
    about: '跨部门、跨层级的难题：写协调意见，可指定协办单位，必要时变更主办。',
    empty: '没有待协调的',
    roles: ['supervisor'],
    query: ofQueue('escalated'),
    commands: ['coordinate', 'transfer'],
  },
];

import { seedId } from '../../../db/seed/units';
import type { TestWorld } from '../../../testing/database';
import { staff } from '../../../testing/people';
import { must } from './said';

/** Everything that is made out of orders and kept: frozen figures, open data, a bulletin, a problem, an import. Answers their ids. */
export async function makePapers(world: TestWorld, number: string): Promise<string[]> {
  const supervisor = await staff(world, 'duban');
  const lead = await staff(world, 'renshe-lingdao');
  const unit = seedId('区人力资源社会保障局');
  const made = [
    await must(supervisor.call('POST', '/reports/snapshots', { kind: 'month', day: '2026-11-18' })),
    await must(supervisor.call('POST', '/reports/open-data', { year: 2025 })),
    await must(
      supervisor.call('POST', '/desk/bulletins', {
        title: '一件工单的通报',
        text: '请有关单位对照检查，举一反三。',
        unitIds: [unit],
        orderNumbers: [number],
      }),
    ),
    await must(
      lead.call('POST', '/learning/problems', {
        title: '参保登记的材料清单写得不清楚',
        cause: 'unclear-guide',
        source: 'orders',
        ownerUnitId: unit,
        orders: [number],
      }),
    ),
    await must(
      (await staff(world, 'paidan')).call('POST', '/intake/city/imports/paste', {
        text: '市平台编号\t姓名\t手机号\t诉求内容\nSH-0001\t示例\t\t短',
      }),
    ),
  ];
  return [unit, ...made.map(({ id }) => String(id)), 'rushed', seedId('staff:renshe1')];
}

import { train } from './classifier';
import { indexPastOrders, nearestOrders } from './past-orders';
import { suggestRoutes } from './suggest';

const finished = [
  { orderId: '1', label: '人社局', text: '社保卡补换三个月没有制卡' },
  { orderId: '2', label: '人社局', text: '社保卡丢失补换被退回' },
  { orderId: '3', label: '市场局', text: '食品经营许可变更被退回' },
  { orderId: '4', label: '规划局', text: '宅基地翻建审批没有回音' },
];
const past = indexPastOrders(finished);

describe('nearestOrders', () => {
  it('puts the most alike first and leaves out what shares no word', () => {
    const near = nearestOrders(past, { text: '社保卡补换没有制卡' }, 3);
    expect(near.map(({ order }) => order.orderId).slice(0, 2)).toEqual(['1', '2']);
    expect(nearestOrders(past, { text: '护照' }, 3)).toEqual([]);
  });
});

describe('suggestRoutes', () => {
  it('ranks by words and by where similar orders went, each with its reason', () => {
    const [first, ...rest] = suggestRoutes({ text: '补换社保卡一直没有制卡' }, train(finished), past, 3);
    expect(first).toMatchObject({ label: '人社局', similarOrderIds: ['1', '2'] });
    expect(first?.reason).toMatch(/^反映内容中的“.+”等词.+最相似的 \d 件工单中有 2 件最终由其办理。$/);
    expect(rest).toHaveLength(2);
  });
  it('gives probabilities that sum to 1', () => {
    const all = suggestRoutes({ text: '食品许可被退回' }, train(finished), past, 9);
    expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });
  it('lives on similar orders alone while nothing is learnt, and on words alone without past orders', () => {
    expect(suggestRoutes({ text: '宅基地审批' }, train([]), past, 1)[0]).toMatchObject({
      label: '规划局',
      because: [],
    });
    expect(suggestRoutes({ text: '宅基地审批' }, train(finished), indexPastOrders([]), 1)[0]).toMatchObject({
      label: '规划局',
      similarOrderIds: [],
    });
    expect(suggestRoutes({ text: '宅基地审批' }, train([]), indexPastOrders([]), 3)).toEqual([]);
  });
});

import { states } from '../../../../shared/order/state';
import { anOrderCard, aReceipt } from '../../testing/sample';
import { en } from './en';
import { zh } from './zh';

const chinese = /[\u4e00-\u9fff]/;
const moment = (iso: string) => iso.slice(5, 16);
const bureau = { id: 'b', name: 'Example Bureau', phone: null };

it.each(states)(
  'a report that is %s is told in English on English pages, and in the server’s words otherwise',
  (state) => {
    const order = anOrderCard({ state, lead: bureau, holder: bureau });
    expect(en.standing.sentence(order, moment)).not.toMatch(chinese);
    expect(en.standing.state(state, order.stateWord)).not.toMatch(chinese);
    expect(zh.standing.sentence(order, moment)).toBe(order.sentence);
  },
);

it.each(['submitted', 'dispatched'] as const)(
  'the receipt of a report that is %s is told in English',
  (state) => {
    const receipt = aReceipt({ state });
    const said = [
      en.standing.receipt(receipt, moment),
      ...en.standing.nextSteps(receipt).map(({ text }) => text),
    ];
    for (const line of said) expect(line).not.toMatch(chinese);
    expect(en.standing.nextSteps(receipt)[0]?.by).toBe(receipt.nextSteps[0]?.by);
  },
);

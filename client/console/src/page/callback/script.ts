import type { OrderView } from '../../../../../shared/order/view';

/** Calls that are made by a script. */
export type Call = 'unit-callback' | 'district-callback' | 'withdrawal-callback' | 'declined-check';

interface Caller {
  name: string;
  unit: string;
}
const day = (iso: string) => `${Number(iso.slice(5, 7))} 月 ${Number(iso.slice(8, 10))} 日`;

const questions: Record<Call, string[]> = {
  'unit-callback': [
    '这件事解决了吗？',
    '我们和您联系、答复得及时吗？',
    '您对这次办理满意吗：非常满意、满意、基本满意、不满意，还是非常不满意？',
    '还有什么没办好，或者想补充的？',
  ],
  'district-callback': [
    '单位答复您的情况属实吗？',
    '这件事真正解决了吗？',
    '您对这次办理满意吗：非常满意、满意、基本满意、不满意，还是非常不满意？',
    '有没有人请您改口、不要评价，或者不要再反映？',
  ],
  'withdrawal-callback': [
    '撤回是您自己的意思吗？',
    '有没有人劝您、催您撤回，或者让您觉得不撤不行？',
    '这件事现在还需要我们帮忙吗？',
  ],
  'declined-check': [
    '不予受理的原因，跟您讲清楚了吗？',
    '告诉您该去哪里办了吗？',
    '您知道不同意可以申诉一次吗？',
  ],
};

/** Whether a command is made by telephone. */
export const isCall = (command: string): command is Call => command in questions;

const closing: Record<Call, string> = {
  'unit-callback': '谢谢您。没办好的我们会接着办；您也可以在小程序里评价。再见。',
  'district-callback': '谢谢您说实话。没解决的，我们会督促单位重新办。再见。',
  'withdrawal-callback': '谢谢您。您以后随时可以再反映。再见。',
  'declined-check': '谢谢您。不同意的话，30 天内可以在小程序里申诉。再见。',
};

const ends: Partial<Record<Call, string>> = {
  'withdrawal-callback': '，后来撤回了',
  'declined-check': '，没有受理',
};

/** What is said on the telephone, from the greeting to the goodbye. */
export function scriptOf(call: Call, order: OrderView, caller: Caller) {
  const matter = order.matter ?? order.matterText ?? '一件办事中的难处';
  const answered = order.reply
    ? `，${day(order.reply.at)}${order.reply.unit?.name ?? ''}答复您：${order.reply.done}`
    : '';
  const about = `您在 ${day(order.submittedAt)}反映了“${matter}”`;
  return {
    greeting: `您好，请问是${order.reporterName ?? '反映人'}吗？我是${caller.unit}的${caller.name}，“办不成事”反映窗口回访，打扰您两分钟。`,
    about: `${about}${ends[call] ?? answered}。`,
    questions: questions[call],
    closing: closing[call],
  };
}

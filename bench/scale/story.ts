import type { Random } from './random';

const openings = [
  '我去办{事}，',
  '家里老人要办{事}，',
  '公司办{事}，',
  '替父母申请{事}，',
  '上个月开始办{事}，',
  '在网上申请{事}，',
  '搬到{镇}以后要办{事}，',
  '为了孩子的事去办{事}，',
];
const obstacles = [
  '材料交了三次，窗口说系统里查不到',
  '窗口说缺一份证明，可是指南上没有写',
  '网上提交后一直显示审核中，没有人联系',
  '两个部门互相推，都说不归自己管',
  '说是政策变了，又拿不出文件',
  '电话打了很多次没有人接',
  '受理以后过了期限也没有结果',
  '退回来两次，理由每次都不一样',
  '系统报错，现场的人也没有办法',
  '要求提供十几年前的原件，早就找不到了',
  '说要先去别的地方开证明，那边又说不用开',
  '身份信息对不上，让我自己去改',
];
const attempts = [
  '前后跑了{数}趟，来回要两个小时',
  '已经等了{数}个星期',
  '请了{数}天假专门来办',
  '问了{数}个人，说法都不同',
  '交了{数}次材料',
  '排队排了{数}个上午',
];
const wishes = [
  '希望能有人把话说清楚',
  '请帮忙看看到底卡在哪里',
  '希望尽快办好，孩子等着用',
  '请给一个准确的答复',
  '老人行动不便，希望少跑一趟',
  '企业等着开业，请尽快处理',
  '希望以后别人不再遇到同样的事',
];
/** Words that only a few reports hold, for searches that find little. */
const rareWords = [
  '渔船',
  '芦苇荡',
  '沼气池',
  '白鹭园',
  '水闸',
  '蟹塘',
  '轮渡票',
  '竹编坊',
  '灯塔',
  '盐碱地',
  '老白酒',
  '土布厂',
  '金瓜田',
  '羊圈',
  '堤坝路',
  '候鸟站',
  '藏红花',
  '崇明糕',
  '石磨坊',
  '柳编',
];
const numbers = ['两', '三', '四', '五', '六', '七', '八'];

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(.)\}/g, (_whole, name: string) => values[name] ?? '');

/** What a reporter might write, from parts that repeat as complaints do; one in five hundred holds a rare word. */
export function tell(random: Random, matter: string, town: string): string {
  const parts = [
    random.pick(openings),
    random.pick(obstacles),
    `，${random.pick(attempts)}。`,
    `${random.pick(wishes)}。`,
  ];
  const rare = random.chance(0.002) ? `地址在${random.skewed(rareWords)}旁边。` : '';
  return fill(parts.join('') + rare, { 事: matter, 镇: town, 数: random.pick(numbers) });
}

const surnames = ['陈', '施', '黄', '顾', '沈', '陆', '朱', '张', '王', '宋', '龚', '倪'];
/** A made-up name and one of the ten thousand made-up telephones. */
export const aPerson = (random: Random) => ({
  name: `${random.pick(surnames)}示例${random.pick(['', '甲', '乙', '丙', '丁'])}`,
  phone: `1380000${String(Math.floor(random.next() * 10_000)).padStart(4, '0')}`,
});

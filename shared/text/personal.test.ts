import { findPersonal } from './personal';

it.each([
  ['a mobile number', '请打 13800000001 找我', '手机号'],
  ['a mobile number in groups', '电话 138 0000 0001', '手机号'],
  ['a mobile number in full-width digits', '电话１３８０００００００１', '手机号'],
  ['a landline', '座机 021-59610000', '固定电话'],
  ['an identity number', '证件 110101199003070030', '身份证号'],
  ['an order number', '见 CM20261118000001', '诉求编号'],
  ['a credit code', '企业 91310000MA1FL00000', '统一社会信用代码'],
  ['a bank card', '卡号 6222 0000 0000 0000 000', '银行卡号'],
  ['a mail address', '发到 a.b@example.com', '邮箱'],
  ['a surname before a form of address', '王女士跑了三趟', '姓名'],
  ['a full name before a form of address', '请张大明先生再来', '姓名'],
])('finds %s', (_title, text, what) => {
  expect(findPersonal(text).map((each) => each.what)).toContain(what);
});

it.each([
  ['a text without anybody', '把材料清单缩到一页，群众少跑一趟，办理时间从 5 天减到 1 天。'],
  ['somebody already made nameless', '王某、李某某和一位老伯反映同一件事'],
  ['dates and amounts', '2026 年 11 月 18 日起，费用 12000 元，涉及 1500 人'],
  ['a law with its number', '依据国务院令第 722 号'],
])('leaves %s alone', (_title, text) => {
  expect(findPersonal(text)).toEqual([]);
});

it('names one meaning for one number', () => {
  expect(findPersonal('证件 110101199003070030').map((each) => each.what)).toEqual(['身份证号']);
});

it('finds a known name anywhere, and shows it with its middle hidden', () => {
  expect(findPersonal('后来示例市民说办好了', [{ what: '反映人姓名', name: '示例市民' }])).toEqual([
    { what: '反映人姓名', shown: '示**' },
  ]);
});

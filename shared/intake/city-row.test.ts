import { fromIso } from '../sla/instant';
import { findCityHeader } from './city-column';
import { type CityCells, readCityRow } from './city-row';

const known = {
  now: fromIso('2026-11-18T09:30:00+08:00'),
  matterId: (words: string) => (words === '社会保险登记' ? '4d41d515-4136-4155-8d44-f0afc082549d' : null),
  place: (words: string) => (words === '城桥镇' ? { town: '310151101' } : null),
};
const aRow = (cells: CityCells = {}): CityCells => ({
  cityNumber: 'SH-2026-0001',
  name: '示例市民',
  story: '材料都交了三次，窗口说系统里查不到。',
  ...cells,
});
const problems = (cells: CityCells) => {
  const read = readCityRow(aRow(cells), known);
  return 'problems' in read ? read.problems.map(({ column, message }) => `${column}：${message}`) : [];
};

it('reads a row that says everything', () => {
  const read = readCityRow(
    aRow({
      receivedAt: '2026年11月17日 9时30分',
      kind: '企业',
      enterpriseName: '示例企业有限公司',
      phone: ' +86 138-0000-0001 ',
      matter: '社会保险登记',
      place: '城桥镇',
      stage: '受理后未通过',
      triedTimes: '3次',
      triedOn: '2026/11/1',
    }),
    known,
  );
  expect(read).toMatchObject({
    input: {
      receivedAt: '2026-11-17T09:30:00+08:00',
      reporter: { kind: 'enterprise', phone: '13800000001', enterpriseName: '示例企业有限公司' },
      report: {
        matterId: '4d41d515-4136-4155-8d44-f0afc082549d',
        town: '310151101',
        stage: 'not-approved',
        triedTimes: 3,
        triedOn: '2026-11-01',
      },
    },
  });
});

it('keeps a matter it does not know in the portal’s own words', () => {
  expect(readCityRow(aRow({ matter: '别的事' }), known)).toMatchObject({
    input: { report: { matterText: '别的事', stage: 'other' } },
  });
});

it.each<[string, CityCells, string[]]>([
  ['no number', { cityNumber: ' ' }, ['市平台编号：没有填写']],
  ['no name', { name: '' }, ['姓名：没有填写']],
  [
    'a number that the spreadsheet spoiled',
    { cityNumber: '1.23457E+19' },
    ['市平台编号：编号被表格改成了数字，请把这一列设为文本再填'],
  ],
  ['a short story', { story: '不行' }, ['诉求内容：至少 10 个字']],
  ['a long story', { story: '长'.repeat(2001) }, ['诉求内容：最多 2000 个字']],
  [
    'a letter that cannot be kept',
    { story: `材料都交了三次\u0000，窗口说查不到。` },
    ['诉求内容：含有无法保存的字符'],
  ],
  ['a landline', { phone: '021-59611111' }, ['手机号：请填写 11 位手机号']],
  [
    'a day nobody can read',
    { receivedAt: '11/18/2026' },
    ['收到时间：日期看不懂，请写成 2026-11-18 或 2026-11-18 09:30'],
  ],
  ['a day to come', { receivedAt: '2026-12-01' }, ['收到时间：日期在今天以后']],
  ['a place elsewhere', { place: '浦东新区' }, ['办理地点：没有这个大厅或街镇']],
  ['another kind of reporter', { kind: '外星人' }, ['身份：请填写个人或企业']],
  [
    'a code of the wrong length',
    { enterpriseName: '示例企业', creditCode: '123' },
    ['统一社会信用代码：请填写 18 位统一社会信用代码'],
  ],
  ['too many times', { triedTimes: '很多' }, ['办理次数：请填写 1 到 99 的数字']],
  [
    'several at once',
    { name: '', phone: '1', place: '火星' },
    ['姓名：没有填写', '办理地点：没有这个大厅或街镇', '手机号：请填写 11 位手机号'],
  ],
])('names %s by its column', (_title, cells, said) => {
  expect(problems(cells)).toEqual(said);
});

it('names the stages where it does not know one', () => {
  expect(problems({ stage: '???' })[0]).toMatch(/^卡在哪一步：请填写其中一项：申请了，没有被受理、/);
});

it.each([
  [[['市平台编号', '姓名', '诉求内容', '备注']], { at: 0, unused: ['备注'] }],
  [[['某某表'], ['* 工单号（必填）', '联系人', '问题描述']], { at: 1, unused: [] }],
  [[['cityNumber', 'name', 'story']], { at: 0, unused: [] }],
  [[['编号', '姓名']], { missing: ['诉求内容'] }],
  [[['甲', '乙']], { missing: ['市平台编号', '姓名', '诉求内容'] }],
])('finds the line of titles in %j', (rows, found) => {
  expect(findCityHeader(rows)).toMatchObject(found);
});

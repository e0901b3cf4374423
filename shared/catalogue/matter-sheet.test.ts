import { changeOfCatalogue, type KeptMatter, type MatterCells, readMatterSheet } from './matter-sheet';

const names = {
  unitId: (words: string) => ({ 人社局: 'unit-1', 医保局: 'unit-2' })[words] ?? null,
  placeKey: (words: string) => ({ 城桥镇: '310151101', 堡镇: '310151102' })[words] ?? null,
};
const lines = (...cells: MatterCells[]) => cells.map((each, at) => ({ line: at + 2, cells: each }));
const read = (...cells: MatterCells[]) => readMatterSheet(lines(...cells), names);
const aLine = (cells: MatterCells = {}): MatterCells => ({
  code: 'A-1',
  name: '社保登记',
  unit: '人社局',
  ...cells,
});

it('puts the lines of one matter together, place by place', () => {
  expect(
    read(aLine(), aLine({ unit: '医保局', place: '城桥镇' }), aLine({ code: 'A-2', place: '全区' })).matters,
  ).toEqual([
    {
      code: 'A-1',
      name: '社保登记',
      owners: [
        { unitId: 'unit-1', placeKey: null },
        { unitId: 'unit-2', placeKey: '310151101' },
      ],
    },
    { code: 'A-2', name: '社保登记', owners: [{ unitId: 'unit-1', placeKey: null }] },
  ]);
});

it.each<[string, MatterCells, string]>([
  ['no code', { code: '' }, '事项编码：没有填写'],
  ['a spoiled code', { code: '5.11E+22' }, '事项编码：编码被表格改成了数字，请把这一列设为文本再填'],
  ['no name', { name: ' ' }, '事项名称：没有填写'],
  ['no unit', { unit: '' }, '承办单位：没有填写'],
  ['an unknown unit', { unit: '火星局' }, '承办单位：没有叫“火星局”的单位'],
  ['an unknown place', { place: '火星' }, '办理地点：没有叫“火星”的大厅或街镇'],
])('names a line with %s', (_title, cells, said) => {
  expect(read(aLine(cells)).bad.map(({ column, message }) => `${column}：${message}`)).toEqual([said]);
});

it('names a second name, and a second owner, of the same matter', () => {
  const { bad } = read(aLine(), aLine({ name: '别的' }), aLine({ unit: '医保局' }));
  expect(bad.map(({ line, message }) => [line, message])).toEqual([
    [3, '同一编码的名称不一样，前面是“社保登记”'],
    [4, '这个事项在这个地点已经有承办单位了'],
  ]);
});

it('takes off the mark that an export puts before what looks like a formula', () => {
  expect(read(aLine({ name: "'-登记" })).matters[0]?.name).toBe('-登记');
});

const kept = (more: Partial<KeptMatter> = {}): KeptMatter => ({
  id: 'id-1',
  code: 'A-1',
  name: '社保登记',
  active: true,
  owners: [{ unitId: 'unit-1', placeKey: null }],
  ...more,
});
const counts = (had: KeptMatter[], sheet: ReturnType<typeof read>, whole = true) => {
  const { added, changed, gone, same } = changeOfCatalogue(had, sheet, whole);
  return { added: added.length, changed: changed.length, gone: gone.length, same };
};

it.each<[string, KeptMatter[], ReturnType<typeof read>, boolean, object]>([
  [
    'nothing where nothing changed',
    [kept()],
    read(aLine()),
    true,
    { added: 0, changed: 0, gone: 0, same: 1 },
  ],
  ['a new one', [], read(aLine()), true, { added: 1, changed: 0, gone: 0, same: 0 }],
  ['another name', [kept({ name: '旧名' })], read(aLine()), true, { added: 0, changed: 1, gone: 0, same: 0 }],
  [
    'another unit',
    [kept()],
    read(aLine({ unit: '医保局' })),
    true,
    { added: 0, changed: 1, gone: 0, same: 0 },
  ],
  [
    'one that comes back',
    [kept({ active: false })],
    read(aLine()),
    true,
    { added: 0, changed: 1, gone: 0, same: 0 },
  ],
  [
    'one that is gone',
    [kept(), kept({ id: 'id-2', code: 'A-2' })],
    read(aLine()),
    true,
    { added: 0, changed: 0, gone: 1, same: 1 },
  ],
  [
    'none that is gone from a part',
    [kept(), kept({ code: 'A-2' })],
    read(aLine()),
    false,
    { added: 0, changed: 0, gone: 0, same: 1 },
  ],
  [
    'nothing of a matter with a bad line',
    [kept()],
    read(aLine({ unit: '火星局' })),
    true,
    { added: 0, changed: 0, gone: 0, same: 0 },
  ],
  [
    'none that is gone while a line has no code',
    [kept(), kept({ code: 'A-2' })],
    read(aLine(), aLine({ code: '' })),
    true,
    { added: 0, changed: 0, gone: 0, same: 1 },
  ],
])('finds %s', (_title, had, sheet, whole, wanted) => {
  expect(counts(had, sheet, whole)).toEqual(wanted);
});

import { readDelimited } from './delimited';

it.each<[string, string, string[][]]>([
  [
    'commas',
    '编号,姓名\n1,甲\n',
    [
      ['编号', '姓名'],
      ['1', '甲'],
    ],
  ],
  [
    'a mark of UTF-8 in front',
    '\ufeff编号,姓名\n1,甲',
    [
      ['编号', '姓名'],
      ['1', '甲'],
    ],
  ],
  [
    'semicolons',
    '编号;姓名\r\n1;甲\r\n',
    [
      ['编号', '姓名'],
      ['1', '甲'],
    ],
  ],
  [
    'what a spreadsheet copies',
    '编号\t姓名\r\n1\t"甲\n乙"\r\n',
    [
      ['编号', '姓名'],
      ['1', '甲\n乙'],
    ],
  ],
  [
    'quotes inside quotes',
    'a,b\n"说""不行""",2',
    [
      ['a', 'b'],
      ['说"不行"', '2'],
    ],
  ],
  [
    'a quote in the middle',
    'a,b\n身高5"以上,2',
    [
      ['a', 'b'],
      ['身高5"以上', '2'],
    ],
  ],
  [
    'delimiters inside quotes',
    'a,b\n"一,二",3',
    [
      ['a', 'b'],
      ['一,二', '3'],
    ],
  ],
  [
    'empty lines and empty cells',
    'a,b\n\n,\n1,\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['an unclosed quote', 'a,b\n"1,2\n3', [['a', 'b'], ['1,2\n3']]],
])('reads %s', (_title, text, cells) => {
  expect(readDelimited(text).map((row) => row.cells)).toEqual(cells);
});

it('numbers rows by their first line', () => {
  expect(readDelimited('a,b\n"1\n2",3\n\n4,5').map((row) => row.line)).toEqual([1, 2, 5]);
});

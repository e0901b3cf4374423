import { holdsWords } from './word-runs';

const text = '公司（ABC科技）的营业执照变更，受理号 SH20261123-0077，去了A座3次。';

describe('a text', () => {
  it.each(['营业执照', '照', 'abc科', 'ＡＢＣ', '执照 0077', '0077 执照', '3次。', '，'])(
    'holds %s',
    (query) => expect(holdsWords(text, query)).toBe(true),
  );
  it.each(['照执', '执照 房产', '营业变更', '的公司'])('does not hold %s', (query) =>
    expect(holdsWords(text, query)).toBe(false),
  );
});

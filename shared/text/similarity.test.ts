import { fingerprint, fingerprintSimilarity, likelySame, meetingKeys } from './fingerprint';
import { similarity } from './similarity';

const first = '我在城桥镇办理社保卡，窗口说系统故障，来回跑了三次都没有办成，请尽快解决。';
const again = '在城桥镇办理社保卡时，窗口说系统故障，跑了三次都没有办成，请解决。';
const other = '新开餐馆申请食品经营许可证，材料交了一个月没有回音，也没有人通知要补什么。';

describe('similarity', () => {
  it('is 1 for the same text in another spelling', () =>
    expect(similarity('ＡＢ社保卡', 'ab社保卡')).toBe(1));
  it('is 0 where nothing is shared or a text is empty', () => {
    expect(similarity('社保', '驾照')).toBe(0);
    expect(similarity('', first)).toBe(0);
    expect(similarity('', '')).toBe(0);
  });
  it('is the same in both directions', () => expect(similarity(first, again)).toBe(similarity(again, first)));
  it('puts a text told again far above another one', () => {
    expect(similarity(first, again)).toBeGreaterThan(0.6);
    expect(similarity(first, other)).toBeLessThan(0.1);
  });
});

describe('fingerprint', () => {
  it('has 64 whole numbers of 32 bits, none for an empty text', () => {
    const print = fingerprint(first);
    expect(print).toHaveLength(64);
    expect(print.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true);
    expect(fingerprint(' ，')).toEqual([]);
  });
  it('finds a text told again, and only that', () => {
    expect(likelySame(fingerprint(first), fingerprint(again))).toBe(true);
    expect(likelySame(fingerprint(first), fingerprint(other))).toBe(false);
    expect(likelySame(fingerprint(''), fingerprint(''))).toBe(false);
  });
  it('estimates the share of words in common', () => {
    const half = fingerprintSimilarity(fingerprint('甲乙丙丁戊己庚辛'), fingerprint('甲乙丙丁戊子丑寅'));
    expect(half).toBeGreaterThan(0.2);
    expect(half).toBeLessThan(0.6);
  });
  it('lets texts told again meet under a key', () => {
    const keys = new Set(meetingKeys(fingerprint(first)));
    expect(meetingKeys(fingerprint(again)).some((key) => keys.has(key))).toBe(true);
    expect(meetingKeys(fingerprint(other)).some((key) => keys.has(key))).toBe(false);
  });
});

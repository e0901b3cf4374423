import { fitSharpness, softmax } from './calibration';
import { type Sample, suggest, train, update } from './classifier';
import { packClassifier, unpackClassifier } from './packed-classifier';

const words: Record<string, string[]> = {
  人社局: ['社保卡补换', '养老金停发', '失业金申领', '医保关系转移', '工伤认定'],
  市场局: ['食品经营许可', '营业执照变更', '企业注销', '个体户登记', '商标备案'],
  规划局: ['不动产登记', '宅基地审批', '房屋翻建', '土地确权', '规划许可'],
};
const frames = ['办理$没有受理', '申请$三个月没结果', '$被退回两次', '窗口不给办$', '网上$提示出错'];
const samples: Sample[] = Object.entries(words).flatMap(([label, matters]) =>
  matters.flatMap((matter) => frames.map((frame) => ({ label, text: frame.replace('$', matter) }))),
);
const mixed = samples
  .map((_, at) => samples[(at * 31) % samples.length] ?? samples[0])
  .filter((one) => one !== undefined);

describe('train and suggest', () => {
  const model = train(mixed);

  it.each([
    ['我的养老金怎么停发了', '人社局'],
    ['饭店的食品许可下不来', '市场局'],
    ['老房屋想翻建不给批', '规划局'],
  ])('places %j at %s', (text, label) => expect(suggest(model, text, 1)[0]?.label).toBe(label));

  it('gives probabilities that sum to 1, likeliest first', () => {
    const all = suggest(model, '不动产登记不给办', 9);
    expect(all).toHaveLength(3);
    expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
    expect(all[0]?.probability).toBeGreaterThan(all[1]?.probability ?? 1);
  });
  it('names words of the text as its reason', () => {
    const [first] = suggest(model, '窗口不给办不动产登记', 1);
    expect(first?.because.length).toBeGreaterThan(0);
    expect(first?.because.every((word) => '不动产登记'.includes(word))).toBe(true);
  });
  it('learns the same from the same', () => {
    expect(suggest(train(mixed), '企业', 3)).toEqual(suggest(model, '企业', 3));
  });
  it('counts the title more than the text', () => {
    expect(suggest(model, { title: '工伤认定', text: '企业登记' }, 1)[0]?.label).toBe('人社局');
  });
  it('suggests nothing without samples, the only label with one', () => {
    expect(suggest(train([]), '社保', 3)).toEqual([]);
    expect(suggest(train([{ label: '甲', text: '社保' }]), '社保', 3)).toMatchObject([
      { label: '甲', probability: 1 },
    ]);
  });
  it('knows nothing of a text without known words, yet answers', () => {
    expect(suggest(model, '', 3)).toHaveLength(3);
    expect(suggest(model, '', 1)[0]?.because).toEqual([]);
  });
});

describe('update', () => {
  it('takes in a label and words never seen, and keeps what it knew', () => {
    const model = train(mixed);
    for (const frame of frames) update(model, { label: '交警', text: frame.replace('$', '驾驶证换领') });
    expect(suggest(model, '驾驶证过期', 1)[0]?.label).toBe('交警');
    expect(suggest(model, '养老金停发', 1)[0]?.label).toBe('人社局');
  });
  it('starts from nothing', () => {
    const model = train([]);
    update(model, { label: '甲', text: '社保卡' });
    update(model, { label: '乙', text: '营业执照' });
    expect(suggest(model, '执照', 1)[0]?.label).toBe('乙');
  });
  it('moves a dispatch that a person put right', () => {
    const model = train(mixed);
    const text = '商标备案转到规划';
    expect(suggest(model, text, 1)[0]?.label).toBe('市场局');
    for (let times = 0; times < 3; times += 1) update(model, { label: '规划局', text });
    expect(suggest(model, text, 1)[0]?.label).toBe('规划局');
  });
});

describe('packClassifier', () => {
  it('comes back through JSON with the same answers, and can learn on', () => {
    const model = train(mixed);
    const back = unpackClassifier(JSON.parse(JSON.stringify(packClassifier(model))));
    for (const { text } of samples) {
      const [expected] = suggest(model, text, 1);
      const [found] = suggest(back, text, 1);
      expect(found?.label).toBe(expected?.label);
      expect(found?.probability).toBeCloseTo(expected?.probability ?? 0, 2);
    }
    update(back, { label: '交警', text: '驾驶证换领' });
    expect(suggest(back, '驾驶证', 1)[0]?.label).toBe('交警');
  });
  it('refuses a version it does not know', () => {
    const packed = { ...packClassifier(train([])), version: 2 as unknown as 1 };
    expect(() => unpackClassifier(packed)).toThrow(RangeError);
  });
});

describe('calibration', () => {
  it('stays finite for large margins', () => expect(softmax([1000, 0], 5)).toEqual([1, 0]));
  it('is bolder when the margins are right than when half of them are wrong', () => {
    const right = { margins: [1, -1], truth: 0 };
    const wrong = { margins: [1, -1], truth: 1 };
    expect(fitSharpness([right, right])).toBeGreaterThan(fitSharpness([right, wrong]));
  });
});

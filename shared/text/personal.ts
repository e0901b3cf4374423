export interface PersonalFind {
  /** 手机号 … in plain words. */
  what: string;
  /** What was found, with its middle hidden. */
  shown: string;
}

/** Somebody whose name must not stand in the text; a name shorter than two characters is not looked for. */
export interface KnownName {
  what: string;
  name: string;
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤施倪樊';
const titlesOfPeople = '先生|女士|小姐|师傅|阿姨|大爷|大妈|大伯|老伯|奶奶|爷爷|同志';

/** A number may be written in groups: 138 0000 0001, 138-0000-0001. */
const patterns: [string, RegExp][] = [
  ['身份证号', /(?<!\d)\d{6}[ -]?(?:19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g],
  ['统一社会信用代码', /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g],
  ['手机号', /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g],
  ['固定电话', /(?<!\d)(?:0\d{2,3}[ -])?[2-9]\d{6,7}(?!\d|[.年])/g],
  ['诉求编号', /CM\d{14}/gi],
  ['银行卡号', /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{3})?(?!\d)/g],
  ['邮箱', /[\w.+-]+@[\w-]+\.[\w.]+/g],
  ['姓名', new RegExp(`[${surnames}](?![某一])[\\u4e00-\\u9fff]{0,2}(?:${titlesOfPeople})`, 'g')],
];

const masked = (text: string): string =>
  text.length < 8 ? `${text[0]}**` : `${text.slice(0, 3)}****${text.slice(-2)}`;

/** Full width digits and letters are read as their plain ones. */
const plain = (text: string): string => text.normalize('NFKC');

/**
 * Names, telephones, identity and other numbers of people in a text that others will read. Known names are found
 * anywhere; unknown ones only before a form of address (王女士; 王某 is allowed).
 */
export function findPersonal(text: string, known: readonly KnownName[] = []): PersonalFind[] {
  const read = plain(text);
  const found: { what: string; text: string; from: number; to: number }[] = [];
  for (const [what, pattern] of patterns) {
    for (const { 0: match, index } of read.matchAll(pattern)) {
      const to = index + match.length;
      // The first meaning of a number is its only one: an identity number is no credit code as well.
      if (!found.some((each) => index < each.to && each.from < to))
        found.push({ what, text: match, from: index, to });
    }
  }
  const numbers = found.map(({ what, text: match }) => ({ what, shown: masked(match) }));
  const names = known
    .filter(({ name }) => [...name].length >= 2 && read.includes(plain(name)))
    .map(({ what, name }) => ({ what, shown: masked(name) }));
  return [...names, ...numbers];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyinKeys } from '../../../shared/text/pinyin-keys';
import { departments, seedId } from './units';

/** Which demonstration department stands for a department of the public catalogue the names come from. */
const standsFor: [RegExp, string][] = [
  [/人社|人力/, '区人力资源社会保障局'],
  [/医保|医疗保障/, '区医保局'],
  [/民政/, '区民政局'],
  [/公安/, '区公安分局'],
  [/市场监管|市监/, '区市场监管局'],
  [/自然资源|规划/, '区规划资源局'],
  [/税务/, '区税务局'],
  [/住建|住房|城乡建设/, '区住房城乡建设管理委'],
  [/交通/, '区交通委'],
  [/文|旅|广/, '区文化旅游局'],
  [/卫健|卫生/, '区卫生健康委'],
  [/综合执法|城管|林业/, '区绿化市容局'],
  [/发展改革|发改/, '区发展改革委'],
  [/教/, '区教育局'],
  [/财政/, '区财政局'],
  [/水/, '区水务局'],
  [/农业/, '区农业农村委'],
  [/生态|环境/, '区生态环境局'],
  [/司法/, '区司法局'],
  [/应急/, '区应急局'],
  [/经信|商务|经济/, '区经济委'],
  [/残联/, '区残联'],
  [/退役/, '区退役军人局'],
  [/烟草/, '区烟草专卖局'],
  [/气象/, '区气象局'],
];

const owner = (department: string): string =>
  standsFor.find(([pattern]) => pattern.test(department))?.[1] ?? departments[0] ?? '';

/** Things people ask for most, in words they use; so that a newcomer finds them at once. */
const everyday: [string, string][] = [
  ['社会保险登记', '区人力资源社会保障局'],
  ['灵活就业人员参保登记', '区人力资源社会保障局'],
  ['城乡居民医保参保登记', '区医保局'],
  ['异地就医备案', '区医保局'],
  ['最低生活保障申请', '区民政局'],
  ['户口迁移', '区公安分局'],
  ['居住证办理', '区公安分局'],
  ['个体工商户设立登记', '区市场监管局'],
  ['食品经营许可', '区市场监管局'],
  ['不动产登记', '区规划资源局'],
  ['公共租赁住房申请', '区住房城乡建设管理委'],
  ['发票领用', '区税务局'],
  ['残疾人证办理', '区残联'],
];

export interface SeedMatter {
  id: string;
  code: string;
  name: string;
  department: string;
  pinyin: string;
  initials: string;
  uses: number;
}

const make = (code: string, name: string, department: string, uses: number): SeedMatter => {
  const { full, initials } = pinyinKeys(name);
  return { id: seedId(`matter:${code}`), code, name, department, pinyin: full, initials, uses };
};

/** The demonstration catalogue: everyday matters first, then real item names of another district's public list. */
export function readMatters(dataFolder: string): SeedMatter[] {
  const lines = readFileSync(join(dataFolder, 'service_items_guangan_511602.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const items = lines.map(
    (line) => JSON.parse(line) as { department: string; name: string; item_code: string },
  );
  const first = everyday.map(([name, department], at) => make(`DEMO-${at + 1}`, name, department, 100 - at));
  const rest = items.map((item) => make(item.item_code, item.name.slice(0, 100), owner(item.department), 0));
  return [...new Map([...first, ...rest].map((each) => [each.code, each])).values()];
}

import { createHash } from 'node:crypto';
import { towns } from '../../../shared/catalogue/towns';
import type { UnitKind } from '../../../shared/order/vocabulary';

/** The same name gives the same id at every seed, so that a second seed adds nothing. */
export function seedId(name: string): string {
  const hex = createHash('sha256').update(`seed:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Departments whose matters stand in the demonstration catalogue: names seen in public sources. */
export const departments = [
  '区人力资源社会保障局',
  '区医保局',
  '区民政局',
  '区公安分局',
  '区市场监管局',
  '区规划资源局',
  '区税务局',
  '区住房城乡建设管理委',
  '区交通委',
  '区文化旅游局',
  '区卫生健康委',
  '区绿化市容局',
  '区数据局',
  '区发展改革委',
  '区教育局',
  '区财政局',
  '区水务局',
  '区农业农村委',
  '区生态环境局',
  '区司法局',
  '区应急局',
  '区经济委',
  '区残联',
  '区退役军人局',
  '区烟草专卖局',
  '区气象局',
];

interface SeedUnit {
  id: string;
  kind: UnitKind;
  name: string;
  parentId: string | null;
  town: string | null;
  phone: string;
  address: string | null;
  hours: string | null;
}

const hours = '周一至周五 9:00–17:00';
const make = (kind: UnitKind, name: string, more: Partial<SeedUnit> = {}): SeedUnit => ({
  id: seedId(name),
  kind,
  name,
  parentId: null,
  town: null,
  phone: '021-00000000',
  address: null,
  hours: null,
  ...more,
});

export const office = make('district_office', '区政务服务办');
export const centre = make('district_centre', '区行政服务中心', {
  address: '示例路 1 号（演示地址）',
  hours,
});
export const inspection = make('inspection', '区纪委监委');
const subcentre = make('subcentre', '区行政服务中心陈家镇分中心', {
  parentId: centre.id,
  address: '示例路 2 号（演示地址）',
  hours,
});
const labourOffice = make('subcentre', '区人社局社保服务分中心', {
  parentId: seedId('区人力资源社会保障局'),
  address: '示例路 3 号（演示地址）',
  hours,
});

export const units: SeedUnit[] = [
  office,
  centre,
  inspection,
  subcentre,
  labourOffice,
  ...departments.map((name) => make('department', name)),
  ...towns.map(({ code, name }) =>
    make('centre', `${name}政务服务中心`, { town: code, address: `${name}示例路（演示地址）`, hours }),
  ),
];

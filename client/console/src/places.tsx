import { type ComponentType, lazy } from 'react';
import type { Role } from '../../../shared/order/vocabulary';
import type { Me } from './query/staff';

export const groups = ['办理', '监督', '统计与改进', '管理'] as const;
type Group = (typeof groups)[number];

/** A page of the console; with a title it stands in the menu of those roles (null: everybody). */
export interface Place {
  path: string;
  title?: string;
  /** Under which heading of the menu it stands; the workbench stands before all headings. */
  group?: Group;
  /** It fills the screen, without menu and head. */
  bare?: boolean;
  roles: Role[] | null;
  Page: ComponentType<{ me: Me }>;
}

const district: Role[] = ['dispatcher', 'supervisor', 'inspector'];
const everyUnit: Role[] = ['clerk', 'handler', 'unit-lead', ...district];

/** Every page, in the order of the menu. */
export const places: Place[] = [
  { path: '/', title: '工作台', roles: null, Page: lazy(() => import('./page/workbench/workbench')) },
  {
    path: '/register',
    title: '窗口登记',
    group: '办理',
    roles: ['clerk', 'dispatcher'],
    Page: lazy(() => import('./page/intake/register')),
  },
  {
    path: '/city-portal',
    title: '市总门户',
    group: '办理',
    roles: ['dispatcher'],
    Page: lazy(() => import('./page/intake/city-portal')),
  },
  {
    path: '/city-import',
    title: '批量导入',
    group: '办理',
    roles: ['dispatcher'],
    Page: lazy(() => import('./page/intake/import')),
  },
  {
    path: '/orders',
    title: '工单',
    group: '办理',
    roles: everyUnit,
    Page: lazy(() => import('./page/orders/orders')),
  },
  {
    path: '/callbacks',
    title: '回访',
    group: '办理',
    roles: ['handler', 'unit-lead', 'clerk', 'dispatcher', 'supervisor'],
    Page: lazy(() => import('./page/callback/callbacks')),
  },
  { path: '/orders/:number', roles: everyUnit, Page: lazy(() => import('./page/order/order')) },
  { path: '/account', roles: null, Page: lazy(() => import('./page/account/account')) },
  {
    path: '/figures',
    title: '统计',
    group: '统计与改进',
    roles: ['unit-lead', ...district],
    Page: lazy(() => import('./page/figures/figures')),
  },
  {
    path: '/figures/:view',
    roles: ['unit-lead', ...district],
    Page: lazy(() => import('./page/figures/figures')),
  },
  {
    path: '/wall',
    title: '大屏',
    group: '统计与改进',
    bare: true,
    roles: ['unit-lead', ...district],
    Page: lazy(() => import('./page/figures/wall')),
  },
  {
    path: '/problems',
    title: '问题清单',
    group: '统计与改进',
    roles: everyUnit,
    Page: lazy(() => import('./page/learning/problem/problems')),
  },
  {
    path: '/problems/new',
    roles: everyUnit,
    Page: lazy(() => import('./page/learning/problem/new-problem')),
  },
  {
    path: '/problems/:id',
    roles: everyUnit,
    Page: lazy(() => import('./page/learning/problem/problem')),
  },
  {
    path: '/practices',
    title: '好做法',
    group: '统计与改进',
    roles: everyUnit,
    Page: lazy(() => import('./page/learning/practice/practices')),
  },
  {
    path: '/assessment',
    title: '考核',
    group: '统计与改进',
    roles: ['unit-lead', ...district],
    Page: lazy(() => import('./page/learning/assessment/assessment')),
  },
  {
    path: '/unit-reports',
    title: '单位月报',
    group: '统计与改进',
    roles: ['unit-lead', ...district],
    Page: lazy(() => import('./page/learning/unit-report/unit-reports')),
  },
  {
    path: '/unit-reports/:unit/:month',
    roles: ['unit-lead', ...district],
    Page: lazy(() => import('./page/learning/unit-report/unit-report')),
  },
  {
    path: '/practices/new',
    roles: everyUnit,
    Page: lazy(() => import('./page/learning/practice/new-practice')),
  },
  {
    path: '/reports',
    title: '报告',
    group: '统计与改进',
    roles: district,
    Page: lazy(() => import('./page/reports/reports')),
  },
  { path: '/reports/:id', roles: district, Page: lazy(() => import('./page/reports/report')) },
  {
    path: '/supervision',
    title: '督办',
    group: '监督',
    roles: ['handler', 'unit-lead', ...district],
    Page: lazy(() => import('./page/supervision/supervision')),
  },
  {
    path: '/bulletins',
    title: '通报',
    group: '监督',
    roles: ['unit-lead', 'handler', 'supervisor', 'inspector'],
    Page: lazy(() => import('./page/supervision/bulletins')),
  },
  {
    path: '/outbox',
    title: '消息',
    group: '管理',
    roles: ['admin', 'supervisor', 'dispatcher'],
    Page: lazy(() => import('./page/outbox')),
  },
  {
    path: '/calendar',
    title: '日历',
    group: '管理',
    roles: ['supervisor', 'admin'],
    Page: lazy(() => import('./page/calendar/calendar')),
  },
  {
    path: '/people',
    title: '人员',
    group: '管理',
    roles: ['admin', 'unit-lead'],
    Page: lazy(() => import('./page/admin/people')),
  },
  {
    path: '/units',
    title: '单位',
    group: '管理',
    roles: ['admin', 'supervisor', 'inspector'],
    Page: lazy(() => import('./page/admin/units')),
  },
  {
    path: '/matters',
    title: '事项',
    group: '管理',
    roles: ['supervisor', 'admin', 'inspector'],
    Page: lazy(() => import('./page/admin/matters')),
  },
  {
    path: '/scenes',
    title: '大厅二维码',
    group: '管理',
    roles: ['admin', 'supervisor'],
    Page: lazy(() => import('./page/admin/scenes')),
  },
  {
    path: '/terminals',
    title: '自助终端',
    group: '管理',
    roles: ['admin'],
    Page: lazy(() => import('./page/admin/terminals')),
  },
  {
    path: '/partners',
    title: '合作平台密钥',
    group: '管理',
    roles: ['admin'],
    Page: lazy(() => import('./page/admin/partners')),
  },
  {
    path: '/rules',
    title: '派单规则',
    group: '管理',
    roles: ['supervisor', 'admin'],
    Page: lazy(() => import('./page/admin/rules')),
  },
  {
    path: '/providers',
    title: '发送情况',
    group: '管理',
    roles: ['admin', 'supervisor', 'dispatcher'],
    Page: lazy(() => import('./page/admin/provider/providers')),
  },
  {
    path: '/templates',
    title: '消息文字',
    group: '管理',
    roles: ['supervisor', 'admin'],
    Page: lazy(() => import('./page/admin/template/templates')),
  },
  {
    path: '/settings',
    title: '设置',
    group: '管理',
    roles: ['supervisor', 'admin'],
    Page: lazy(() => import('./page/admin/setting/settings')),
  },
  {
    path: '/self-check',
    title: '自检',
    group: '监督',
    roles: district,
    Page: lazy(() => import('./page/self-check')),
  },
  {
    path: '/audit',
    title: '核验',
    group: '监督',
    roles: ['inspector', 'supervisor'],
    Page: lazy(() => import('./page/inspection/audit')),
  },
  {
    path: '/patterns',
    title: '监督线索',
    group: '监督',
    roles: ['inspector', 'supervisor'],
    Page: lazy(() => import('./page/inspection/patterns')),
  },
  {
    path: '/records',
    title: '留痕记录',
    group: '监督',
    roles: ['inspector', 'supervisor'],
    Page: lazy(() => import('./page/inspection/records')),
  },
];

export const mayOpen = (place: Place, held: Role[]): boolean =>
  place.roles === null || place.roles.some((role) => held.includes(role));

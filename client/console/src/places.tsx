import { type ComponentType, lazy } from 'react';
import type { Role } from '../../../shared/order/vocabulary';
import type { Me } from './query/staff';

/** A page of the console; with a title it stands in the menu of those roles (null: everybody). */
export interface Place {
  path: string;
  title?: string;
  roles: Role[] | null;
  Page: ComponentType<{ me: Me }>;
}

const district: Role[] = ['dispatcher', 'supervisor', 'inspector'];
const everyUnit: Role[] = ['clerk', 'handler', 'unit-lead', ...district];

/** Every page, in the order of the menu. */
export const places: Place[] = [
  { path: '/', title: '工作台', roles: null, Page: lazy(() => import('./page/workbench')) },
  {
    path: '/register',
    title: '窗口登记',
    roles: ['clerk', 'dispatcher'],
    Page: lazy(() => import('./page/register')),
  },
  { path: '/orders', title: '工单', roles: everyUnit, Page: lazy(() => import('./page/orders')) },
  { path: '/orders/:number', roles: everyUnit, Page: lazy(() => import('./page/order')) },
  {
    path: '/figures',
    title: '统计',
    roles: ['unit-lead', ...district],
    Page: lazy(() => import('./page/figures/figures')),
  },
  {
    path: '/bulletins',
    title: '通报',
    roles: ['unit-lead', 'handler', 'supervisor', 'inspector'],
    Page: lazy(() => import('./page/bulletins')),
  },
  {
    path: '/outbox',
    title: '消息',
    roles: ['admin', 'supervisor', 'dispatcher'],
    Page: lazy(() => import('./page/outbox')),
  },
  {
    path: '/calendar',
    title: '日历',
    roles: ['supervisor', 'admin'],
    Page: lazy(() => import('./page/calendar')),
  },
  {
    path: '/people',
    title: '人员',
    roles: ['admin', 'unit-lead'],
    Page: lazy(() => import('./page/admin/people')),
  },
  {
    path: '/units',
    title: '单位',
    roles: ['admin', 'supervisor', 'inspector'],
    Page: lazy(() => import('./page/admin/units')),
  },
  {
    path: '/rules',
    title: '派单规则',
    roles: ['supervisor', 'admin'],
    Page: lazy(() => import('./page/admin/rules')),
  },
  { path: '/self-check', title: '自检', roles: district, Page: lazy(() => import('./page/self-check')) },
  {
    path: '/audit',
    title: '核验',
    roles: ['inspector', 'supervisor'],
    Page: lazy(() => import('./page/audit')),
  },
];

export const mayOpen = (place: Place, held: Role[]): boolean =>
  place.roles === null || place.roles.some((role) => held.includes(role));

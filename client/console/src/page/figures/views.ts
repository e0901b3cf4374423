import { type ComponentType, lazy } from 'react';
import type { Role } from '../../../../../shared/order/vocabulary';

export interface View {
  /** Its place in the address, after /figures; empty for the first. */
  path: string;
  title: string;
  /** It has no period and filters. */
  plain?: boolean;
  /** Who sees it; everybody who sees figures where it is left out. */
  roles?: Role[];
  View: ComponentType<{ query: URLSearchParams }>;
}

/** The pages of the figures, in the order of their menu (spec 7). */
export const views: View[] = [
  { path: '', title: '总览', View: lazy(() => import('./cards')) },
  { path: 'trends', title: '趋势', View: lazy(() => import('./trends')) },
  { path: 'units', title: '单位排名', View: lazy(() => import('./units')) },
  { path: 'channels', title: '渠道', View: lazy(() => import('./channels')) },
  { path: 'matters', title: '事项', View: lazy(() => import('./matters')) },
  { path: 'causes', title: '原因', View: lazy(() => import('./causes')) },
  { path: 'satisfaction', title: '满意度', View: lazy(() => import('./satisfaction')) },
  { path: 'stuck', title: '堵点', View: lazy(() => import('./stuck')) },
  { path: 'hot', title: '热点问题', View: lazy(() => import('./hot')) },
  { path: 'returns', title: '退单流向', View: lazy(() => import('./returns')) },
  { path: 'custody', title: '经手时长', View: lazy(() => import('./custody')) },
  {
    path: 'duty',
    title: '值守',
    plain: true,
    roles: ['dispatcher', 'supervisor', 'inspector'],
    View: lazy(() => import('./duty')),
  },
];

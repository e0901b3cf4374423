import { Spin } from 'antd';
import { Suspense } from 'react';
import { NavLink, useParams, useSearchParams } from 'react-router';
import type { Me } from '../../query/staff';
import { Behind } from './behind';
import { Filters } from './filters';
import { useFilters } from './query';
import { views } from './views';
import './figures.css';

/** Figures of the district or the own unit: every page under the same period and filters, down to the orders (spec 7). */
export default function FiguresPage({ me }: { me: Me }) {
  const { view: path = '' } = useParams();
  const [search] = useSearchParams();
  const { query, set } = useFilters();
  const held = me.roles.map((each) => each.role);
  const shown = views.filter(({ roles }) => !roles || roles.some((role) => held.includes(role)));
  const view = shown.find((each) => each.path === path);
  const kept = search.size > 0 ? `?${search}` : '';
  return (
    <>
      <h2>统计</h2>
      <nav className="views noprint" aria-label="统计页面">
        {shown.map((each) => (
          <NavLink key={each.path} to={`/figures${each.path && `/${each.path}`}${kept}`} end>
            {each.title}
          </NavLink>
        ))}
      </nav>
      {view ? (
        <Behind>
          {view.plain ? null : <Filters query={query} set={set} />}
          <Suspense fallback={<Spin />}>
            <view.View query={query} />
          </Suspense>
        </Behind>
      ) : (
        <p>没有这个页面。</p>
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Spin } from 'antd';
import { Link } from 'react-router';
import { shortTime } from '../../part/light';
import { useMe } from '../../query/staff';
import { request } from '../../request/request';

interface Issue {
  title: string;
  /** The report nearest to all others, and how it begins. */
  central: string;
  excerpt: string;
  size: number;
  now: number;
  before: number;
  numbers: string[];
}
interface Hot {
  compared: number;
  since: string | null;
  items: Issue[];
}

/** So many numbers are shown; the rest are told by their count. */
const mostShown = 6;
const mayList = ['handler', 'unit-lead', 'dispatcher', 'supervisor'];

const growth = (now: number, before: number): string => {
  if (now > before) return `▲ 比上期多 ${now - before} 件`;
  return now < before ? `▼ 比上期少 ${before - now} 件` : '与上期持平';
};

/** Hot issues: groups of similar reports, growing ones first (spec 7). */
export default function HotIssues({ query }: { query: URLSearchParams }) {
  const me = useMe();
  const lists = me.data?.roles.some(({ role }) => mayList.includes(role)) ?? false;
  const found = useQuery({
    queryKey: ['figures-hot', query.toString()],
    queryFn: () => request<Hot>('GET', `/figures/hot?${query}`),
    staleTime: 60_000,
  });
  if (found.isPending) return <Spin />;
  if (!found.data) return <Alert type="error" title={found.error?.message ?? '读取失败'} />;
  const { compared, since, items } = found.data;
  return (
    <>
      <p className="muted">
        比较了本期和上期最新的 {compared} 件诉求，把说同一件事的归在一起，增长多的在前。
        {since ? `诉求较多，只比较了 ${shortTime(since)} 以来的；缩短时间可以看得更全。` : ''}
      </p>
      {items.length === 0 ? <Empty description="没有发现相似的诉求" /> : null}
      <div className="issues">
        {items.map((issue) => (
          <section key={issue.central} className="card issue">
            <h3>{issue.title || '说法相近的诉求'}</h3>
            <p>
              本期 <b>{issue.now}</b> 件，上期 <b>{issue.before}</b> 件，{growth(issue.now, issue.before)}
            </p>
            <blockquote>{issue.excerpt}</blockquote>
            <p className="numbers">
              {issue.numbers.slice(0, mostShown).map((number) => (
                <Link key={number} to={`/orders/${number}`}>
                  {number}
                </Link>
              ))}
              {issue.size > mostShown ? <span className="muted">等 {issue.size} 件</span> : null}
            </p>
            {lists ? (
              <Link
                className="enlist"
                to={`/problems/new?source=cluster&orders=${issue.numbers.join(',')}`}
                aria-label={`列入问题清单：${issue.title || issue.central}`}
              >
                列入问题清单
              </Link>
            ) : null}
          </section>
        ))}
      </div>
    </>
  );
}

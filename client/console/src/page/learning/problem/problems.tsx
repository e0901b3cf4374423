import { Button, Segmented } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { isDistrict, ownUnits } from '../../../query/problem';
import type { Me } from '../../../query/staff';
import { Candidates } from './candidates';
import { Confirmations } from './confirmations';
import { ProblemTable } from './problem-table';

const views = { list: '清单', candidates: '可列入的原因', months: '按月确认' };

/** The problem list: the items, causes that ought to become items, and the units' monthly word (spec 7). */
export default function ProblemsPage({ me }: { me: Me }) {
  const [search, setSearch] = useSearchParams();
  const go = useNavigate();
  const view = search.get('view') ?? 'list';
  const mayOpen = isDistrict(me) || ownUnits(me).length > 0;
  return (
    <>
      <h2>问题清单</h2>
      <div className="commands" style={{ marginBottom: 14, justifyContent: 'space-between' }}>
        <Segmented
          aria-label="看什么"
          value={view}
          onChange={(value) => setSearch(value === 'list' ? {} : { view: String(value) })}
          options={Object.entries(views).map(([value, label]) => ({ value, label }))}
        />
        {mayOpen ? (
          <Button type="primary" onClick={() => void go('/problems/new')} data-testid="new-problem">
            列入问题
          </Button>
        ) : null}
      </div>
      {view === 'candidates' ? <Candidates may={mayOpen} /> : null}
      {view === 'months' ? <Confirmations /> : null}
      {view === 'list' ? <ProblemTable /> : null}
    </>
  );
}

import { Button, Empty, Segmented, Spin } from 'antd';
import { useSearchParams } from 'react-router';
import { practiceStates } from '../../../../../../shared/learning/practice';
import { Refusal } from '../../../part/refusal';
import { Sideways } from '../../../part/sideways';
import { usePractices } from '../../../query/practice';
import { PracticeCard } from './practice-card';

const views = { approved: '已发布', proposed: '待审核', returned: '退回修改', withdrawn: '已撤下' };

/** Good practice: what other units did well, and proposals on their way (spec 7). */
export default function PracticesPage() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state') ?? 'approved';
  const state = asked in practiceStates ? asked : 'approved';
  const pages = usePractices(state);
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <>
      <h2>好做法</h2>
      <Sideways style={{ marginBottom: 14 }}>
        <Segmented
          aria-label="看哪些"
          value={state}
          onChange={(value) => setSearch({ state: String(value) })}
          options={Object.entries(views).map(([value, label]) => ({ value, label }))}
        />
      </Sideways>
      <Refusal error={pages.error} />
      {pages.isPending ? <Spin /> : null}
      {pages.data && items.length === 0 ? (
        <Empty description="这里还没有。可以从归档的工单或已完成的改进推荐。" />
      ) : null}
      <div style={{ maxWidth: 860 }}>
        {items.map((each) => (
          <PracticeCard key={each.id} practice={each} />
        ))}
      </div>
      {pages.hasNextPage ? <Button onClick={() => void pages.fetchNextPage()}>更多</Button> : null}
    </>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { Refusal } from '../../../part/refusal';
import type { PracticeWords } from '../../../query/practice';
import { request } from '../../../request/request';
import { PracticeForm } from './practice-form';

const blank: PracticeWords = { title: '', problem: '', approach: '', effect: '' };

/** Proposes a closed order or a finished improvement as an example for all units. */
export default function NewPracticePage() {
  const [search] = useSearchParams();
  const go = useNavigate();
  const client = useQueryClient();
  const [order, itemId] = [search.get('order'), search.get('item')];
  const propose = useMutation({
    mutationFn: (words: PracticeWords) =>
      request('POST', '/learning/practices', {
        ...words,
        ...(order ? { order } : {}),
        ...(itemId ? { itemId } : {}),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['practices'] });
      await go('/practices');
    },
  });
  if (!order && !itemId)
    return <Alert type="info" title="请从一件归档的工单，或一项已完成的改进，推荐好做法。" />;
  return (
    <>
      <h2>推荐好做法</h2>
      <section className="card" style={{ maxWidth: 760 }}>
        <p className="muted">{order ? `依据工单 ${order}` : '依据问题清单里已完成的改进'}</p>
        <Alert
          type="info"
          style={{ marginBottom: 16 }}
          title="请用自己的话写，不写姓名、电话、证件号和编号。写了的会被系统认出，需要改写。"
        />
        <Refusal error={propose.error} />
        <PracticeForm
          start={blank}
          submit="提交审核"
          busy={propose.isPending}
          onSubmit={(words) => propose.mutate(words)}
        />
      </section>
    </>
  );
}

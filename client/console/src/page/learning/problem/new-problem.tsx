import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type ProblemSource, problemSources } from '../../../../../../shared/learning/problem-list';
import { type Cause, causes } from '../../../../../../shared/order/vocabulary';
import { Field } from '../../../part/field';
import { Refusal } from '../../../part/refusal';
import { isDistrict, ownUnits } from '../../../query/problem';
import type { Me } from '../../../query/staff';
import { request } from '../../../request/request';
import { draftBody, type ProblemDraft, ProblemForm } from './problem-form';

/** The order numbers in a text, each once. */
export const numbersIn = (text: string): string[] => [
  ...new Set(text.toUpperCase().match(/CM\d{14}/g) ?? []),
];

function startOf(me: Me, search: URLSearchParams): ProblemDraft {
  const cause = search.get('cause');
  const matter = search.get('matter');
  return {
    title: search.get('title') ?? '',
    cause: cause && cause in causes ? (cause as Cause) : null,
    detail: '',
    matters: matter ? [{ id: matter, name: search.get('matterName') ?? '' }] : [],
    ownerUnitId: search.get('unit') ?? (isDistrict(me) ? null : (ownUnits(me)[0]?.id ?? null)),
    responsibleId: null,
  };
}

/** Opens an item from chosen orders, a cause, or a group of similar reports, as the address says. */
export default function NewProblemPage({ me }: { me: Me }) {
  const [search] = useSearchParams();
  const go = useNavigate();
  const client = useQueryClient();
  const [orders, setOrders] = useState((search.get('orders') ?? '').replaceAll(',', '\n'));
  const given = search.get('source') ?? 'orders';
  const source = (given in problemSources ? given : 'orders') as ProblemSource;
  const numbers = numbersIn(orders);
  const open = useMutation({
    mutationFn: (draft: ProblemDraft) =>
      request<{ id: string }>('POST', '/learning/problems', {
        ...draftBody(draft),
        source: numbers.length === 0 ? 'cause' : source,
        orders: numbers,
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['problems'] });
      await go(`/problems/${id}`);
    },
  });
  return (
    <>
      <h2>列入问题清单</h2>
      <section className="card" style={{ maxWidth: 760 }}>
        <Refusal error={open.error} />
        <Field label={`依据的工单编号（已认出 ${numbers.length} 件；只按原因列入时可不填）`}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={3}
              value={orders}
              onChange={(event) => setOrders(event.target.value)}
              data-testid="problem-orders"
            />
          )}
        </Field>
        <ProblemForm
          me={me}
          start={startOf(me, search)}
          submit="列入清单"
          busy={open.isPending}
          onSubmit={(draft) => open.mutate(draft)}
        />
        <Alert
          type="info"
          style={{ marginTop: 16 }}
          title="清单里只写事情，不写人。姓名、电话、证件号会被系统认出，需要改写。"
        />
      </section>
    </>
  );
}

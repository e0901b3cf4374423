import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { type Cause, causes } from '../../../../../../shared/order/vocabulary';
import { Field } from '../../../part/field';
import { PickUnit } from '../../../part/pick';
import { isDistrict, type Named, ownUnits, useUnitPeople } from '../../../query/problem';
import type { Me } from '../../../query/staff';
import { PickMatters } from './pick-matters';

export interface ProblemDraft {
  title: string;
  cause: Cause | null;
  detail: string;
  matters: Named[];
  ownerUnitId: string | null;
  responsibleId: string | null;
}

export const draftBody = ({ matters, ...rest }: ProblemDraft) => ({
  ...rest,
  matterIds: matters.map((each) => each.id),
});

interface Props {
  me: Me;
  start: ProblemDraft;
  submit: string;
  busy: boolean;
  onSubmit: (draft: ProblemDraft) => void;
}

/** Title, cause, matters and who answers for it: the same form for opening an item and for changing it. */
export function ProblemForm({ me, start, submit, busy, onSubmit }: Props) {
  const [draft, setDraft] = useState(start);
  const set = (part: Partial<ProblemDraft>) => setDraft({ ...draft, ...part });
  const people = useUnitPeople(draft.ownerUnitId);
  const own = ownUnits(me);
  const setOwner = (ownerUnitId: string | null) => set({ ownerUnitId, responsibleId: null });
  const ready = draft.title.trim().length >= 4 && draft.cause && draft.ownerUnitId;
  return (
    <div className="impact">
      <Field label="问题（一句话，不写姓名电话）">
        {(id) => (
          <Input
            id={id}
            maxLength={60}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
            data-testid="problem-title"
          />
        )}
      </Field>
      <Field label="原因">
        {(id) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            placeholder="请选择"
            value={draft.cause}
            onChange={(cause) => set({ cause })}
            options={Object.entries(causes).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <Field label="说明（可不填）">
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={1000}
            value={draft.detail}
            onChange={(event) => set({ detail: event.target.value })}
          />
        )}
      </Field>
      <Field label="涉及事项">
        {(id) => <PickMatters id={id} value={draft.matters} onChange={(matters) => set({ matters })} />}
      </Field>
      <Field label="责任单位">
        {(id) =>
          isDistrict(me) ? (
            <PickUnit id={id} label="责任单位" value={draft.ownerUnitId} onChange={setOwner} />
          ) : (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={draft.ownerUnitId}
              onChange={setOwner}
              options={own.map(({ id: value, name: label }) => ({ value, label }))}
            />
          )
        }
      </Field>
      <Field label="责任人（可不填）">
        {(id) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            allowClear
            placeholder="请选择"
            value={draft.responsibleId}
            onChange={(responsibleId) => set({ responsibleId: responsibleId ?? null })}
            options={(people.data?.items ?? []).map(({ id: value, name: label }) => ({ value, label }))}
          />
        )}
      </Field>
      <Button
        type="primary"
        disabled={!ready}
        loading={busy}
        onClick={() => onSubmit(draft)}
        data-testid="problem-submit"
      >
        {submit}
      </Button>
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { shortTime } from '../../../part/light';
import { Refusal } from '../../../part/refusal';
import type { YearView } from '../../../query/assessment';
import { request } from '../../../request/request';

const thisYear = () => Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4));

/** Whether the year is frozen, by whom and under which hash; the supervisor freezes a year that is over. */
export function Freeze({ year, may }: { year: YearView; may: boolean }) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const freeze = useMutation({
    mutationFn: () => request('POST', '/learning/assessment/freeze', { year: year.year }),
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: ['assessment'] });
    },
  });
  if (year.frozen) {
    const { at, by, hash, whole } = year.frozen;
    return (
      <p data-testid="frozen">
        <span className={`light ${whole ? 'green' : 'red'}`}>
          <span aria-hidden="true">{whole ? '● ' : '▲ '}</span>
          {whole ? '已冻结' : '冻结的内容被改动过'}
        </span>
        {`　${at.slice(0, 4)}-${shortTime(at)} ${by}　`}
        <span className="muted" style={{ overflowWrap: 'anywhere' }}>
          校验值 {hash}
        </span>
      </p>
    );
  }
  const over = year.year < thisYear();
  return (
    <p>
      <span className="muted">
        {over ? '还没有冻结，按现在的数计算。' : '本年还没有结束，按现在的数计算。'}
      </span>
      {over && may ? (
        <Button style={{ marginLeft: 12 }} onClick={() => setAsked(true)} data-testid="freeze">
          冻结 {year.year} 年考核
        </Button>
      ) : null}
      <Modal
        open={asked}
        title={`冻结 ${year.year} 年考核`}
        okText="确定冻结"
        cancelText="再看看"
        okButtonProps={{ loading: freeze.isPending }}
        onOk={() => freeze.mutate()}
        onCancel={() => setAsked(false)}
      >
        <Refusal error={freeze.error} />
        冻结以后，结果、规则和不计入的工单都不能再改。
      </Modal>
    </p>
  );
}

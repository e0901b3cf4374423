import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Field } from '../../part/field';
import { request } from '../../request/request';
import { Chain } from './chain';
import { Roots } from './roots';

interface Verdict {
  whole: boolean;
  checkedEvents: number;
  checkedChains: number;
  firstBroken: { number: string | null; seq: number | null; what: keyof typeof faults } | null;
}
const faults = {
  altered: '被改动',
  removed: '被删除',
  'last-removed': '最后的记录被删除',
  added: '被添加',
  'without-row': '记录没有对应的工单或人员',
  'root-differs': '与每日根值不符',
};

function Answer({ verdict }: { verdict: Verdict }) {
  const { firstBroken: broken } = verdict;
  if (!broken)
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={`完整：核验了 ${verdict.checkedChains} 条链、${verdict.checkedEvents} 条记录。`}
        data-testid="verdict-whole"
      />
    );
  const where = broken.number ? `工单 ${broken.number} 第 ${broken.seq} 条记录` : '系统记录';
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`不完整：${where}${faults[broken.what]}。`}
      data-testid="verdict-broken"
    />
  );
}

/** Prove that nothing was changed, order by order or all at once; read an order's chain, take its evidence (spec 8). */
export default function Audit() {
  const [params] = useSearchParams();
  const [number, setNumber] = useState(params.get('number') ?? '');
  const [shown, setShown] = useState('');
  const verify = useMutation({
    mutationFn: (wanted: string) =>
      request<Verdict>('POST', '/audit/verify', wanted ? { number: wanted } : {}),
    onMutate: (wanted) => setShown(wanted),
  });
  const wanted = number.trim().toUpperCase();
  return (
    <>
      <h2>核验证据链</h2>
      <section className="card">
        <p className="muted">
          每条记录都带着前一条的校验值。核验会从头走一遍，少一条、多一条、改一个字都会指出来。
        </p>
        <Space wrap align="end">
          <Field label="工单编号（不填就核验全部，可能要几分钟）">
            {(id) => (
              <Input
                id={id}
                style={{ width: 300 }}
                value={number}
                onChange={(change) => setNumber(change.target.value)}
                onPressEnter={() => verify.mutate(wanted)}
                data-testid="verify-number"
              />
            )}
          </Field>
          <Button
            type="primary"
            loading={verify.isPending}
            onClick={() => verify.mutate(wanted)}
            data-testid="verify"
          >
            核验
          </Button>
        </Space>
        <div style={{ marginTop: 14 }}>
          {verify.error ? <Alert type="error" showIcon role="alert" title={verify.error.message} /> : null}
          {verify.data ? <Answer verdict={verify.data} /> : null}
        </div>
      </section>
      {shown && !verify.error ? <Chain number={shown} /> : null}
      <Roots />
    </>
  );
}

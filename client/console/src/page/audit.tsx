import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Grid } from '../part/grid';
import { shortTime } from '../part/light';
import { request } from '../request/request';

interface Verdict {
  whole: boolean;
  checkedEvents: number;
  checkedChains: number;
  firstBroken: { number: string | null; seq: number | null; what: keyof typeof faults } | null;
}
interface Line {
  seq: number;
  at: string;
  title: string;
  unit: string | null;
  hash: string;
}
const faults = {
  altered: '被改动',
  removed: '被删除',
  'last-removed': '最后的记录被删除',
  added: '被添加',
  'root-differs': '与每日根值不符',
};

function Answer({ verdict }: { verdict: Verdict }) {
  const { firstBroken: broken } = verdict;
  if (!broken)
    return (
      <Alert
        type="success"
        showIcon
        title={`完整：核验了 ${verdict.checkedChains} 条链、${verdict.checkedEvents} 条记录。`}
        data-testid="verdict-whole"
      />
    );
  const where = broken.number ? `工单 ${broken.number} 第 ${broken.seq} 条记录` : '系统记录';
  return (
    <Alert
      type="error"
      showIcon
      title={`不完整：${where}${faults[broken.what]}。`}
      data-testid="verdict-broken"
    />
  );
}

/** Inspection: prove that nothing was changed, order by order or all at once; read an order's chain (spec 8). */
export default function Audit() {
  const [number, setNumber] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [problem, setProblem] = useState('');
  const [shown, setShown] = useState('');
  const chain = useQuery({
    queryKey: ['chain', shown],
    enabled: shown !== '',
    queryFn: () => request<{ items: Line[] }>('GET', `/audit/orders/${shown}/events`),
  });
  const verify = async () => {
    setProblem('');
    try {
      setVerdict(await request<Verdict>('POST', '/audit/verify', number ? { number: number.trim() } : {}));
      setShown(number.trim());
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const columns = [
    { title: '序', dataIndex: 'seq', width: 60 },
    { title: '时间', key: 'at', width: 130, render: (_: unknown, line: Line) => shortTime(line.at) },
    { title: '记录', dataIndex: 'title' },
    { title: '单位', dataIndex: 'unit', width: 200 },
    {
      title: '哈希',
      key: 'hash',
      width: 200,
      render: (_: unknown, line: Line) => <code>{line.hash.slice(0, 20)}…</code>,
    },
  ];
  return (
    <>
      <h2>核验证据链</h2>
      <div className="commands" style={{ marginBottom: 14 }}>
        <Input
          aria-label="工单编号"
          placeholder="工单编号，不填则核验全部"
          style={{ width: 280 }}
          value={number}
          onChange={(change) => setNumber(change.target.value)}
          data-testid="verify-number"
        />
        <Button type="primary" onClick={() => void verify()} data-testid="verify">
          核验
        </Button>
      </div>
      {problem ? <Alert type="error" title={problem} /> : null}
      {verdict ? <Answer verdict={verdict} /> : null}
      {chain.data ? (
        <Grid<Line>
          rowKey="seq"
          size="small"
          pagination={false}
          columns={columns}
          dataSource={chain.data.items}
          style={{ marginTop: 16 }}
          scroll={{ x: 800 }}
        />
      ) : null}
    </>
  );
}

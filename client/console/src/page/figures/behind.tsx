import { Modal, Segmented, type TableProps } from 'antd';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { shortTime } from '../../part/light';
import { PagedGrid } from '../../part/paged-grid';
import { Sideways } from '../../part/sideways';
import type { Figure } from './query';

interface Row {
  key: string;
  number: string;
  stateWord: string | null;
  matter: string | null;
  unit: string | null;
  submittedAt: string;
}
type Part = 'counts' | 'of' | 'missed';
/** What is to be looked at: a figure's lines under its filters, or the lines that an address answers. */
interface Asked {
  title: string;
  formula?: string;
  path: string;
  figure?: Figure;
  part?: Part;
}

const Shown = createContext<(asked: Asked) => void>(() => undefined);

/** Opens the orders behind a number. */
export function useShow() {
  const show = useContext(Shown);
  return useMemo(
    () => ({
      figure: (figure: Figure, query: URLSearchParams, where?: string, part: Part = 'counts') =>
        show({
          title: where ? `${figure.title} · ${where}` : figure.title,
          formula: figure.formula,
          path: `/figures/orders?${query}&figure=${figure.id}`,
          figure,
          part,
        }),
      lines: (title: string, path: string) => show({ title, path }),
    }),
    [show],
  );
}

const columns: TableProps<Row>['columns'] = [
  {
    title: '编号',
    key: 'number',
    width: 180,
    render: (_, row) => <Link to={`/orders/${row.number}`}>{row.number}</Link>,
  },
  { title: '状态', key: 'state', width: 110, render: (_, row) => row.stateWord ?? '已转出' },
  { title: '事项', key: 'matter', render: (_, row) => row.matter ?? '事项不清楚' },
  { title: '主办单位', key: 'unit', render: (_, row) => row.unit ?? '—' },
  { title: '提交', key: 'at', width: 120, render: (_, row) => shortTime(row.submittedAt) },
];

function Window({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const [part, setPart] = useState<Part>(asked.part ?? 'counts');
  const { figure } = asked;
  const improvements = figure?.id === 'improvements-done';
  return (
    <Modal open width={880} title={asked.title} footer={null} onCancel={onClose}>
      {asked.formula ? <p className="muted">{asked.formula}</p> : null}
      {figure && figure.of !== null && !improvements ? (
        <Sideways>
          <Segmented
            aria-label="看哪一部分"
            value={part}
            onChange={(value) => setPart(value as Part)}
            options={[
              { value: 'counts', label: `符合的 ${figure.count}` },
              { value: 'missed', label: `不符合的 ${figure.of - figure.count}` },
              { value: 'of', label: `全部 ${figure.of}` },
            ]}
          />
        </Sideways>
      ) : null}
      {improvements ? (
        <p>
          措施记在<Link to="/problems">问题清单</Link>里，可以在那里逐项查看。
        </p>
      ) : (
        <PagedGrid
          path={`${asked.path}${figure ? `&part=${part}` : ''}`}
          rowKey="key"
          width={700}
          nothing="没有这样的工单"
          columns={columns}
        />
      )}
    </Modal>
  );
}

/** Everything below may show the orders behind its numbers. */
export function Behind({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Shown.Provider value={setAsked}>
      {children}
      {asked ? <Window key={asked.path} asked={asked} onClose={() => setAsked(null)} /> : null}
    </Shown.Provider>
  );
}

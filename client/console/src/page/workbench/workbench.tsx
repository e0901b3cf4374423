import { Alert, Spin } from 'antd';
import { useEffect } from 'react';
import { usePressing, useSummary } from '../../query/desk';
import type { Me } from '../../query/staff';
import { Duties } from './duties';
import { Greeting } from './greeting';
import { PressingList } from './pressing-list';
import { Shortcuts } from './shortcuts';
import './workbench.css';

/** What needs me now: my duties with their lights, the most pressing orders, each one click from its next step. */
export default function Workbench({ me }: { me: Me }) {
  const summary = useSummary();
  const pressing = usePressing();
  const red = summary.data?.queues.reduce((sum, queue) => sum + (queue.watched ? 0 : queue.red), 0);
  useEffect(() => {
    const before = document.title;
    if (red) document.title = `${red} 件已超期 · 工作台`;
    return () => {
      document.title = before;
    };
  }, [red]);
  const error = summary.error ?? pressing.error;
  if (summary.isPending || pressing.isPending) return <Spin />;
  return (
    <>
      <Greeting me={me} queues={summary.data?.queues ?? []} />
      {error ? <Alert type="error" showIcon title={error.message} style={{ marginBottom: 16 }} /> : null}
      <Duties queues={summary.data?.queues ?? []} />
      {summary.data?.queues.length === 0 ? null : (
        <PressingList items={pressing.data?.items ?? []} viewed={pressing.data?.viewed ?? {}} />
      )}
      <Shortcuts me={me} />
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { request } from '../request/request';

interface View {
  id: string;
  name: string;
  query: string;
}

/** What the ledger's address asks for, without the place in its pages. */
function filtersOf(search: URLSearchParams): string {
  const kept = new URLSearchParams(search);
  kept.delete('cursor');
  return kept.toString();
}

/** Views kept under a name, export and print of what the filters show. */
export function LedgerTools({
  search,
  onOpen,
}: {
  search: URLSearchParams;
  onOpen: (query: string) => void;
}) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const filters = filtersOf(search);
  const views = useQuery({
    queryKey: ['views'],
    queryFn: () => request<{ items: View[] }>('GET', '/console/views'),
  });
  const changed = () => client.invalidateQueries({ queryKey: ['views'] });
  const save = useMutation({
    mutationFn: () => request('POST', '/console/views', { name: name.trim(), query: filters }),
    onSuccess: async () => {
      setName('');
      await changed();
    },
  });
  const drop = useMutation({
    mutationFn: (id: string) => request('DELETE', `/console/views/${id}`),
    onSuccess: changed,
  });
  return (
    <Space wrap className="noprint">
      {(views.data?.items ?? []).map((view) => (
        <Space.Compact key={view.id}>
          <Button type={view.query === filters ? 'primary' : 'default'} onClick={() => onOpen(view.query)}>
            {view.name}
          </Button>
          <Button aria-label={`删去常用筛选 ${view.name}`} onClick={() => drop.mutate(view.id)}>
            ×
          </Button>
        </Space.Compact>
      ))}
      <Popover
        trigger="click"
        placement="bottomLeft"
        title="把现在的筛选存为常用"
        content={
          <>
            <Space>
              <Input
                aria-label="常用筛选的名称"
                placeholder="名称，例如：我的急件"
                maxLength={30}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
              <Button
                type="primary"
                disabled={name.trim() === ''}
                loading={save.isPending}
                onClick={() => save.mutate()}
              >
                保存
              </Button>
            </Space>
            {search.has('q') ? (
              <p className="muted view-words" data-testid="words-not-kept">
                查找的字词可能涉及个人，不会保存；其他筛选照样保存。
              </p>
            ) : null}
          </>
        }
      >
        <Button>存为常用</Button>
      </Popover>
      <Button href={`/api/console/ledger.xlsx${filters ? `?${filters}` : ''}`} data-testid="export">
        导出表格
      </Button>
      <Button onClick={() => window.print()}>打印</Button>
      {save.error ? <Alert type="error" title={save.error.message} /> : null}
    </Space>
  );
}

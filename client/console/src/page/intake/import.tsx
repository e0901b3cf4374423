import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty } from 'antd';
import { useState } from 'react';
import { Grid } from '../../part/grid';
import { shortTime } from '../../part/light';
import { request } from '../../request/request';
import { ImportReport } from './import-report';
import { ImportSource } from './import-source';
import type { Import } from './use-import';

const formats: Record<string, string> = { xlsx: '表格', csv: 'CSV', json: 'JSON', paste: '粘贴' };

/** The city portal's rows from a file or the clipboard, and what came of every one of them (spec 4). */
export default function CityImport() {
  const [shown, setShown] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['city-imports'],
    queryFn: () => request<{ items: Import[] }>('GET', '/intake/city/imports?limit=20'),
  });
  return (
    <>
      <h2>批量导入市平台工单</h2>
      {list.error ? <Alert type="error" showIcon title={list.error.message} /> : null}
      <ImportSource onStarted={setShown} />
      {shown ? <ImportReport key={shown} id={shown} /> : null}
      <section className="card">
        <h3>最近的导入</h3>
        <Grid<Import>
          rowKey="id"
          size="small"
          pagination={false}
          scroll={{ x: 760 }}
          loading={list.isPending}
          dataSource={list.data?.items ?? []}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有导入过" /> }}
          columns={[
            { title: '时间', dataIndex: 'createdAt', width: 120, render: shortTime },
            { title: '谁', dataIndex: 'by', width: 120 },
            { title: '来源', dataIndex: 'format', width: 80, render: (format: string) => formats[format] },
            { title: '行数', dataIndex: 'total', width: 80 },
            { title: '已收下', dataIndex: 'accepted', width: 90 },
            { title: '重复', dataIndex: 'duplicate', width: 80 },
            { title: '未收下', dataIndex: 'refused', width: 90 },
            {
              title: '',
              key: 'do',
              render: (_, row) => (
                <Button size="small" onClick={() => setShown(row.id)}>
                  {row.left > 0 ? `还剩 ${row.left} 行，继续` : '看结果'}
                </Button>
              ),
            },
          ]}
        />
      </section>
    </>
  );
}

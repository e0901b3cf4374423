import { Alert, Table } from 'antd';
import { clockWords } from '../../../../../shared/notice/timeline';
import { shortTime } from '../../part/light';
import { type Day, dayColumns, type Preview } from './day';

const movedColumns = [
  { title: '工单', dataIndex: 'number', width: 190 },
  {
    title: '时限',
    key: 'clock',
    width: 110,
    render: (_: unknown, row: { clock: string }) => clockWords[row.clock],
  },
  { title: '原来', key: 'from', render: (_: unknown, row: { from: string }) => shortTime(row.from) },
  { title: '改为', key: 'to', render: (_: unknown, row: { to: string }) => shortTime(row.to) },
];

/** What a change would bring: the year as read, and which open dues move from when to when. */
export function Impact({ preview }: { preview: Preview }) {
  return (
    <>
      {preview.missing.length > 0 ? (
        <Alert type="warning" title={`通知里没有写到：${preview.missing.join('、')}`} />
      ) : null}
      {preview.year ? (
        <Table<Day>
          rowKey="date"
          size="small"
          pagination={false}
          columns={dayColumns}
          dataSource={preview.year.days}
        />
      ) : null}
      <p data-testid="impact">
        {preview.count === 0 ? '没有在办工单的时限会变。' : `有 ${preview.count} 个时限会变，前 200 个如下。`}
      </p>
      {preview.count > 0 ? (
        <Table
          rowKey={(row) => `${row.number} ${row.clock}`}
          size="small"
          pagination={false}
          columns={movedColumns}
          dataSource={preview.items}
        />
      ) : null}
    </>
  );
}

import { Grid } from '../../part/grid';
import { NumberLink } from './number-link';
import { type By, figureOf, type Grouped, narrowedTo, valueText } from './query';

interface Props {
  items: Grouped[];
  by: By;
  query: URLSearchParams;
  /** What the groups are called. */
  heading: string;
  figures: readonly string[];
  loading: boolean;
  rankOf?: (row: Grouped) => number | null;
}

/** The numbers behind a chart, each opening its orders; shares with what they are shares of. */
export function GroupTable({ items, by, query, heading, figures, loading, rankOf }: Props) {
  return (
    <Grid<Grouped>
      rowKey={(row) => row.key ?? 'none'}
      size="small"
      pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      loading={loading}
      scroll={{ x: 200 + figures.length * 98 }}
      dataSource={items}
      locale={{ emptyText: '这段时间没有工单' }}
      columns={[
        ...(rankOf
          ? [
              {
                title: '名次',
                key: 'rank',
                width: 64,
                render: (_: unknown, row: Grouped) => rankOf(row) ?? '—',
              },
            ]
          : []),
        { title: heading, dataIndex: 'name', ellipsis: false },
        ...figures.map((id) => ({
          title: figureOf(items[0], id)?.title ?? '',
          key: id,
          width: 98,
          render: (_: unknown, row: Grouped) => {
            const figure = figureOf(row, id);
            return (
              <>
                <NumberLink figure={figure} query={narrowedTo(query, by, row.key)} where={row.name} />
                {figure && figure.of !== null && valueText(figure) !== '—' ? (
                  <span className="muted small">
                    {figure.count} / {figure.of}
                  </span>
                ) : null}
              </>
            );
          },
        })),
      ]}
    />
  );
}

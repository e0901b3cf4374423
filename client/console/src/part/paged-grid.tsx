import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, type TableProps } from 'antd';
import { request } from '../request/request';
import { Grid } from './grid';

interface Paged<Row> {
  /** Where the pages come from, filters and all. */
  path: string;
  columns: TableProps<Row>['columns'];
  rowKey: keyof Row | ((row: Row) => string);
  /** At least so wide, in pixels. */
  width: number;
  /** What is said where there is nothing. */
  nothing: string;
}

/** A list that comes page by page, 50 lines at a time, as a table with a button for more. */
export function PagedGrid<Row extends object>({ path, columns, rowKey, width, nothing }: Paged<Row>) {
  const pages = useInfiniteQuery({
    queryKey: ['paged', path],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<{ items: Row[]; next: string | null }>(
        'GET',
        `${path}&limit=50${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`,
      ),
    getNextPageParam: (page) => page.next,
  });
  const trouble = pages.error ? <Alert type="error" showIcon title={pages.error.message} /> : null;
  // "Nothing" is not to be said of what could not be asked.
  if (trouble && !pages.data) return trouble;
  return (
    <>
      {trouble}
      <Grid<Row>
        rowKey={rowKey}
        size="small"
        pagination={false}
        scroll={{ x: width }}
        loading={pages.isPending}
        columns={columns ?? []}
        dataSource={(pages.data?.pages ?? []).flatMap((page) => page.items)}
        locale={{ emptyText: nothing }}
      />
      {pages.hasNextPage ? (
        <Button
          style={{ marginTop: 12 }}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          更多
        </Button>
      ) : null}
    </>
  );
}

import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';

/** A table that may be wider than the screen: the keyboard can scroll it too. */
export function Grid<Row extends object>(props: TableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector('.ant-table-content')?.setAttribute('tabindex', '0');
  });
  return (
    <div ref={frame}>
      <Table<Row> {...props} />
    </div>
  );
}

import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { LedgerTools } from '../../part/ledger-tools';
import { usePhone } from '../../part/use-phone';
import { ColumnChoice } from './column-choice';
import type { Column } from './columns';

interface Tools {
  search: URLSearchParams;
  set: (name: string, value: string | undefined) => void;
  onOpen: (query: string) => void;
  onHelp: () => void;
  columns: { chosen: Column[]; onChoose: (keys: string[]) => void; error: unknown };
}

/** Above the list: kept views, order, columns, export and print. */
export function Toolbar({ search, set, onOpen, onHelp, columns }: Tools) {
  const phone = usePhone();
  return (
    <div className="order-tools noprint">
      <LedgerTools search={search} onOpen={onOpen} />
      <div className="order-tools">
        <Select
          aria-label="排序"
          popupMatchSelectWidth={false}
          value={search.get('sort') ?? 'due'}
          options={[
            { value: 'due', label: '按期限' },
            { value: 'newest', label: '最新在前' },
            { value: 'oldest', label: '最早在前' },
          ]}
          onChange={(value) => set('sort', value === 'due' ? undefined : value)}
        />
        {phone ? null : (
          <>
            <Select
              aria-label="每页多少件"
              popupMatchSelectWidth={false}
              value={search.get('limit') ?? '30'}
              options={['30', '50', '100'].map((value) => ({ value, label: `每页 ${value} 件` }))}
              onChange={(value) => set('limit', value === '30' ? undefined : value)}
            />
            <ColumnChoice {...columns} />
            <Button icon={<QuestionCircleOutlined />} onClick={onHelp}>
              键盘
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

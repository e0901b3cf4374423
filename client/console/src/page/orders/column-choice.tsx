import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { Refusal } from '../../part/refusal';
import { type Column, columns } from './columns';

interface Choice {
  chosen: Column[];
  onChoose: (keys: string[]) => void;
  error: unknown;
}

const moved = (keys: string[], from: number, to: number) => {
  const next = [...keys];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

function Columns({ chosen, onChoose, error }: Choice) {
  const keys = chosen.map((each) => each.key);
  const rest = columns.filter((each) => !keys.includes(each.key));
  return (
    <div className="column-choice">
      <Refusal error={error} />
      <ul>
        {chosen.map(({ key, title }, at) => (
          <li key={key}>
            <Checkbox
              checked
              disabled={chosen.length === 1}
              onChange={() => onChoose(keys.filter((each) => each !== key))}
            >
              {title}
            </Checkbox>
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={`${title}往前移`}
              disabled={at === 0}
              onClick={() => onChoose(moved(keys, at, at - 1))}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={`${title}往后移`}
              disabled={at === chosen.length - 1}
              onClick={() => onChoose(moved(keys, at, at + 1))}
            />
          </li>
        ))}
        {rest.map(({ key, title }) => (
          <li key={key}>
            <Checkbox checked={false} onChange={() => onChoose([...keys, key])}>
              {title}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => onChoose([])}>
        恢复原样
      </Button>
    </div>
  );
}

/** Which columns the list shows and in which order; kept with the account. */
export function ColumnChoice(choice: Choice) {
  return (
    <Popover trigger="click" placement="bottomRight" title="显示哪些列" content={<Columns {...choice} />}>
      <Button icon={<SettingOutlined />} data-testid="columns">
        列
      </Button>
    </Popover>
  );
}

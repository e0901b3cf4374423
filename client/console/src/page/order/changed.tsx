import { Alert, Button } from 'antd';
import type { OrderView } from '../../../../../shared/order/view';
import { shortTime } from '../../part/light';
import './side.css';
import './command.css';

interface Changed {
  lines: OrderView['timeline'];
  /** The command can still be done on the order as it stands now. */
  possible: boolean;
  onGoOn(): void;
  onGiveUp(): void;
}

/** Somebody else was faster: what they did, with one's own words kept below; go on or give up. */
export function Changes({ lines, possible, onGoOn, onGiveUp }: Changed) {
  return (
    <Alert
      type="warning"
      showIcon
      className="changed"
      data-testid="changed"
      title="有人刚刚办理了这件工单"
      description={
        <>
          <ul className="plain" data-testid="changed-lines">
            {lines.map((entry) => (
              <li key={entry.seq}>
                <span className="muted">{shortTime(entry.at)}</span> <b>{entry.title}</b> {entry.by}
                {entry.paragraphs.map((paragraph) => (
                  <div key={paragraph.label} className="muted story">
                    {paragraph.label}：{paragraph.text}
                  </div>
                ))}
              </li>
            ))}
          </ul>
          <p>
            {possible
              ? '您写的内容都在，看过变化后可以接着办，也可以不办了。'
              : '按现在的情况，这一步已经不能办。您写的内容还在下面，可以抄走。'}
          </p>
          {possible ? (
            <Button type="primary" onClick={onGoOn} data-testid="changed-go-on">
              看过了，接着办
            </Button>
          ) : null}{' '}
          <Button onClick={onGiveUp} data-testid="changed-give-up">
            不办了
          </Button>
        </>
      }
    />
  );
}

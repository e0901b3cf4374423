import { Button } from 'antd';
import { Link } from 'react-router';
import type { BulkResult } from '../../../../../shared/order/bulk';

/** How it went with each order: what was refused stands first, with its reason. */
export function BulkResults({
  title,
  results,
  onClose,
}: {
  title: string;
  results: BulkResult[];
  onClose: () => void;
}) {
  const refused = results.flatMap((each) => (each.done ? [] : [each]));
  const done = results.filter((each) => each.done);
  return (
    <div data-testid="bulk-results" role="status">
      <p>
        {title}成功 {done.length} 件{refused.length > 0 ? `，${refused.length} 件没有办成：` : '。'}
      </p>
      <ul className="bulk-results">
        {refused.map(({ number, title: why }) => (
          <li key={number} className="refused">
            <Link to={`/orders/${number}`}>{number}</Link> {why}
          </li>
        ))}
        {done.map(({ number }) => (
          <li key={number}>
            <Link to={`/orders/${number}`}>{number}</Link> 已办
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={onClose} data-testid="bulk-close">
        知道了
      </Button>
    </div>
  );
}

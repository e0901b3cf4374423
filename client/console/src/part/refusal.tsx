import { Alert } from 'antd';
import { Refused } from '../request/request';

/** What the server refused and why, field by field where it says so. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  const refused = error instanceof Refused ? error : new Refused(0, '', '没有成功，请再试一次。');
  const fields = refused.errors.map((each) => each.message).filter((text) => text !== refused.message);
  return (
    <Alert
      type="error"
      showIcon
      title={refused.message}
      description={fields.length > 0 ? fields.join('；') : undefined}
      style={{ marginBottom: 12 }}
    />
  );
}

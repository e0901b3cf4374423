import { Alert } from 'antd';
import { Refused } from '../request/request';

/** Why a whole sheet was refused, with the columns that are missing. */
export function SheetTrouble({ error }: { error: Error }) {
  const missing = error instanceof Refused ? error.detail.missing : null;
  const named = Array.isArray(missing) ? `缺少：${missing.join('、')}` : null;
  return <Alert type="error" showIcon title={error.message} {...(named ? { description: named } : {})} />;
}

import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { request } from '../../../request/request';

interface State {
  algorithm: string;
  current: string;
  inUse: { key: string; orders: number }[];
}
const algorithms: Record<string, string> = { 'aes-256-gcm': 'AES-256-GCM', 'sm4-gcm': '国密 SM4-GCM' };

/** The master key in use, by its name alone, and whether older orders still need another (spec 8). */
export function Keys() {
  const state = useQuery({ queryKey: ['keys'], queryFn: () => request<State>('GET', '/admin/keys') });
  const older = (state.data?.inUse ?? []).filter(({ key }) => key !== state.data?.current);
  return (
    <section className="card">
      <h3>加密主密钥</h3>
      {state.error ? <Alert type="error" showIcon title={state.error.message} /> : null}
      {state.data ? (
        <>
          <p>
            正在使用：<b>{state.data.current}</b>（{algorithms[state.data.algorithm] ?? state.data.algorithm}
            ）
          </p>
          <p className="muted">
            {older.length > 0
              ? `较早的诉求还在用 ${older.map(({ key }) => key).join('、')}，更换完成前不能停用。`
              : '查过的诉求都用这把主密钥。'}
            密钥本身不在系统里显示，更换方法见运维手册。
          </p>
        </>
      ) : null}
    </section>
  );
}

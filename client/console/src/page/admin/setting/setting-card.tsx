import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SettingKey } from '../../../../../../shared/setting/district-settings';
import { settingWords } from '../../../../../../shared/setting/say-setting';
import { shortTime } from '../../../part/light';
import { Refused, request } from '../../../request/request';

interface Shown<Value> {
  setting: SettingKey;
  /** What is set now, part by part, in words. */
  now: Record<string, string>;
  /** When it was changed last; a change made meanwhile is not written over. */
  seen: string | null;
  start: Value;
  children: (value: Value, change: (value: Value) => void) => ReactNode;
}

/** One setting: what it is, its form, and what a change would do before it is saved. */
export function SettingCard<Value extends object>({ setting, now, seen, start, children }: Shown<Value>) {
  const [value, setValue] = useState<Value | null>(null);
  const client = useQueryClient();
  const body = { key: setting, value: value ?? start, seen };
  const look = useMutation({
    mutationFn: () =>
      request<{ changes: string[]; effects: string[] }>('POST', '/admin/settings/preview', body),
  });
  const save = useMutation({
    mutationFn: () => request('PUT', '/admin/settings', body),
    onSuccess: async () => {
      look.reset();
      setValue(null);
      await client.invalidateQueries({ queryKey: ['settings'] });
    },
  });
  const problem = look.error ?? save.error;
  const details = problem instanceof Refused ? problem.errors.map((each) => each.message) : [];
  return (
    <section className="card" aria-label={settingWords[setting]} data-testid={`setting-${setting}`}>
      <h3>{settingWords[setting]}</h3>
      <p className="muted">
        现在：
        {Object.entries(now)
          .map(([word, said]) => `${word} ${said}`)
          .join('，')}
        {seen ? `（${shortTime(seen)} 改过）` : '（默认）'}
      </p>
      {value ? (
        <>
          {children(value, setValue)}
          {problem ? (
            <Alert
              type="error"
              showIcon
              role="alert"
              style={{ marginTop: 12 }}
              title={[problem.message, ...new Set(details)].join(' ')}
            />
          ) : null}
          <Space style={{ display: 'flex', marginTop: 14 }}>
            <Button type="primary" loading={look.isPending} onClick={() => look.mutate()}>
              看看会怎样
            </Button>
            <Button
              onClick={() => {
                look.reset();
                setValue(null);
              }}
            >
              不改了
            </Button>
          </Space>
        </>
      ) : (
        <Button onClick={() => setValue(start)} aria-label={`修改${settingWords[setting]}`}>
          修改
        </Button>
      )}
      <Modal
        open={look.data !== undefined}
        title={`修改${settingWords[setting]}`}
        okText="保存"
        cancelText="再想想"
        onCancel={() => look.reset()}
        onOk={() => save.mutate()}
        okButtonProps={{ loading: save.isPending }}
      >
        <ul>
          {(look.data?.changes ?? []).map((each) => (
            <li key={each}>
              <b>{each}</b>
            </li>
          ))}
        </ul>
        {(look.data?.effects ?? []).map((each) => (
          <p key={each}>{each}</p>
        ))}
        {save.error ? <Alert type="error" showIcon role="alert" title={save.error.message} /> : null}
      </Modal>
    </section>
  );
}

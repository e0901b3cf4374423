import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { request } from '../request/request';

interface Picked {
  id?: string;
  /** Where people are looked up; who may differs. */
  source: '/admin/people' | '/inspection/people';
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** Picks a member of staff by name or user name. */
export function PickPerson({ id, source, label, value, onChange }: Picked) {
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['people-by', source, q],
    queryFn: () =>
      request<{ items: { id: string; name: string; username: string }[] }>(
        'GET',
        `${source}?limit=20${q ? `&q=${encodeURIComponent(q)}` : ''}`,
      ),
  });
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={label}
      style={{ width: 220 }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear
      value={value}
      onChange={(picked) => onChange(picked ?? null)}
      options={(found.data?.items ?? []).map((each) => ({
        value: each.id,
        label: `${each.name}（${each.username}）`,
      }))}
    />
  );
}

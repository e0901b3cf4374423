import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { Named } from '../../../query/problem';
import { request } from '../../../request/request';

interface Props {
  id: string;
  value: Named[];
  onChange: (value: Named[]) => void;
}

/** Picks several matters by name, pinyin or initials. */
export function PickMatters({ id, value, onChange }: Props) {
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['matters', q],
    queryFn: () =>
      request<{ items: Named[] }>('GET', `/public/matters?limit=20${q ? `&q=${encodeURIComponent(q)}` : ''}`),
  });
  const known = new Map([...value, ...(found.data?.items ?? [])].map((each) => [each.id, each.name]));
  return (
    <Select
      id={id}
      mode="multiple"
      style={{ width: '100%' }}
      placeholder="名称或拼音首字母，可选多个"
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value.map((each) => each.id)}
      onChange={(ids: string[]) => onChange(ids.map((each) => ({ id: each, name: known.get(each) ?? '' })))}
      options={[...known].map(([key, label]) => ({ value: key, label }))}
    />
  );
}

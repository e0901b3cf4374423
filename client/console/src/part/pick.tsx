import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useUnits } from '../query/order';
import { request } from '../request/request';

interface Picked {
  id?: string;
  value: string | null;
  onChange: (value: string | null) => void;
  label: string;
}

/** Picks a matter by name, pinyin or initials. */
export function PickMatter({ id, value, onChange, label }: Picked) {
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['matters', q],
    queryFn: () =>
      request<{ items: { id: string; name: string }[] }>(
        'GET',
        `/public/matters?limit=20${q ? `&q=${encodeURIComponent(q)}` : ''}`,
      ),
  });
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={label}
      style={{ minWidth: 260 }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear
      value={value}
      onChange={(picked) => onChange(picked ?? null)}
      options={(found.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
    />
  );
}

/** Picks a unit of the district by name. */
export function PickUnit({ id, value, onChange, label }: Picked) {
  const units = useUnits();
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={label}
      style={{ minWidth: 220 }}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value}
      onChange={(picked) => onChange(picked ?? null)}
      options={(units.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
    />
  );
}

/** Picks a hall or a town: where a matter is handled. */
export function PickPlace({ id, value, onChange, label }: Picked) {
  const places = useQuery({
    queryKey: ['places'],
    queryFn: () =>
      request<{ halls: { id: string; name: string }[]; towns: { code: string; name: string }[] }>(
        'GET',
        '/public/places',
      ),
    staleTime: 600_000,
  });
  const options = [
    ...(places.data?.halls ?? []).map((each) => ({ value: each.id, label: each.name })),
    ...(places.data?.towns ?? []).map((each) => ({ value: each.code, label: each.name })),
  ];
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={label}
      style={{ minWidth: 200 }}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value}
      onChange={(picked) => onChange(picked ?? null)}
      options={options}
    />
  );
}

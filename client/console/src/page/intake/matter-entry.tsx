import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { request } from '../../request/request';

interface Matter {
  id: string;
  name: string;
  department: string;
}

/** Matters that were offered in this session, by the words shown. */
const offered = new Map<string, string>();

async function search(q: string): Promise<string[]> {
  const { items } = await request<{ items: Matter[] }>(
    'GET',
    `/public/matters?limit=10&q=${encodeURIComponent(q)}`,
  );
  const once = (name: string) => items.filter((each) => each.name === name).length === 1;
  return items.map(({ id, name, department }) => {
    const words = once(name) ? name : `${name}（${department}）`;
    offered.set(words, id);
    return words;
  });
}

/** The chosen matter, or what was typed in the visitor's own words. */
export function matterOf(words: string | undefined): { matterId?: string; matterText?: string } {
  const typed = words?.trim();
  if (!typed) return {};
  const matterId = offered.get(typed);
  return matterId ? { matterId } : { matterText: typed };
}

/** Initials alone say nothing to the unit: one of the list must be chosen. */
export async function isMatterName(_rule: unknown, words: string | undefined): Promise<void> {
  if (words && /^[a-z\d\s]+$/i.test(words)) throw new Error('请从列表里选择事项，或写出名称');
}

/** A matter by name, pinyin or initials; what the list does not hold stays as it was typed. */
export function MatterEntry(bound: { id?: string; value?: string; onChange?: (words: string) => void }) {
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['matter-entry', q],
    queryFn: () => search(q),
    enabled: q.trim() !== '',
    placeholderData: (before) => before,
  });
  const options = q.trim() === '' ? [] : (found.data ?? []).map((value) => ({ value }));
  return (
    <AutoComplete
      {...bound}
      options={options}
      onSearch={setQ}
      defaultActiveFirstOption
      data-testid="field-matter"
    />
  );
}

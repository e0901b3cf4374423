import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refused, request } from '../../request/request';

export interface Import {
  id: string;
  format: string;
  unusedColumns: string[];
  total: number;
  accepted: number;
  duplicate: number;
  refused: number;
  left: number;
  by: string;
  createdAt: string;
  finishedAt: string | null;
}

/** An import as it stands; while rows are left this page takes them in, step by step, until it is closed. */
export function useImport(id: string) {
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const state = useQuery({
    queryKey: ['city-import', id],
    queryFn: () => request<Import>('GET', `/intake/city/imports/${id}`),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round tries again after trouble
  useEffect(() => {
    let here = true;
    const run = async () => {
      for (let left = true; left && here; ) {
        ({ left } = await request<{ left: boolean }>('POST', `/intake/city/imports/${id}/step`));
        await client.invalidateQueries({ queryKey: ['city-import', id] });
      }
      await client.invalidateQueries({ queryKey: ['city-imports'] });
      await client.invalidateQueries({ queryKey: ['city-import-rows', id] });
    };
    run().catch((error) => setTrouble(error instanceof Refused ? error.message : '导入停了下来，请点继续。'));
    return () => {
      here = false;
    };
  }, [id, round, client]);
  const again = () => {
    setTrouble(null);
    setRound(round + 1);
  };
  return { state, trouble, again };
}

import { keep, readKept } from '../platform/storage';
import { ask } from '../request/ask';

export interface Matter {
  id: string;
  name: string;
  department: string;
}

/** Matters by name, pinyin or first letters; with nothing typed, the frequent ones. */
export async function findMatters(typed: string): Promise<Matter[]> {
  const { items } = await ask<{ items: Matter[] }>({
    path: `/public/matters?limit=8&q=${encodeURIComponent(typed)}`,
  });
  return items;
}

export const recentMatters = (): Matter[] => readKept<Matter[]>('recent-matters') ?? [];

export function rememberMatter(matter: Matter): void {
  const others = recentMatters().filter((one) => one.id !== matter.id);
  keep('recent-matters', [matter, ...others].slice(0, 4));
}

import { randomUUID } from 'node:crypto';
import { seedId } from '../db/seed/units';
import type { Caller } from './caller';

/** Units of the demonstration by name. */
export const unitId = seedId;
export const labour = unitId('区人力资源社会保障局');
export const insurance = unitId('区医保局');

/** A matter of the labour department: a report about it is routed there by rule. */
export async function labourMatter(caller: Caller): Promise<string> {
  const found = await caller.get('/public/matters?q=社会保障&limit=50');
  const items = found.body.items as { id: string; department: string }[];
  const matter = items.find((each) => each.department === '区人力资源社会保障局');
  if (!matter) throw new Error('The demonstration has no matter of the labour department');
  return matter.id;
}

export const story = '我去办理社保卡补领，窗口说系统里查不到我的登记，跑了三次都没有办成。';

/** A report as the H5 form sends it, with overrides. */
export function aReport(phone: string, report: Record<string, unknown> = {}) {
  return {
    channel: 'h5',
    reporter: { kind: 'person', name: '示例反映人', phone },
    report: { stage: 'not-accepted', story, ...report },
    consent: true,
  };
}

export interface Submitted {
  number: string;
  queryCode: string;
  token: string;
  version: number;
  state: string;
}

export async function submit(caller: Caller, body: unknown): Promise<Submitted> {
  const answer = await caller.post('/orders', body, { 'idempotency-key': randomUUID() });
  if (answer.status !== 201) throw new Error(`Not submitted: ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as Submitted;
}

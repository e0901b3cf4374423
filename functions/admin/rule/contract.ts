import * as z from 'zod';
import { day, id } from '../../../shared/order/contract/field';
import type { MatterOwner, PlaceRule } from '../../../shared/routing/decide';

const placeKey = z.string().regex(/^(\d{9}|[0-9a-f-]{36})$/, '请选择大厅或乡镇');
const Owner = z.strictObject({
  kind: z.literal('matter'),
  matterId: id,
  unitId: id,
  placeKey: placeKey.nullable().default(null),
  validFrom: day,
  validTo: day.nullable().default(null),
});
const Place = z.strictObject({
  kind: z.literal('place'),
  placeKey,
  unitId: id,
  validFrom: day,
  validTo: day.nullable().default(null),
});

/** One change of the routing rules (spec 2, Routing): new lines, and the last day of old ones; nothing is deleted. */
export const RuleEdit = z.strictObject({
  add: z
    .array(z.discriminatedUnion('kind', [Owner, Place]))
    .max(100)
    .default([]),
  end: z
    .array(z.strictObject({ id, lastDay: day }))
    .max(100)
    .default([]),
});
export type RuleEdit = z.infer<typeof RuleEdit>;

export interface Rules {
  owners: (MatterOwner & { id: string })[];
  places: (PlaceRule & { id: string })[];
}

/** The rules after the change; `newId` names the new lines. */
export function appliedRules(before: Rules, edit: RuleEdit, newId: () => string): Rules {
  const last = new Map(edit.end.map((each) => [each.id, each.lastDay]));
  const ended = <T extends { id: string; validTo: string | null }>(rules: T[]): T[] =>
    rules.map((rule) => (last.has(rule.id) ? { ...rule, validTo: last.get(rule.id) ?? null } : rule));
  const owners = edit.add.flatMap(({ kind, ...rule }) =>
    kind === 'matter' ? [{ ...(rule as MatterOwner), id: newId() }] : [],
  );
  const places = edit.add.flatMap(({ kind, ...rule }) =>
    kind === 'place' ? [{ ...(rule as PlaceRule), id: newId() }] : [],
  );
  return { owners: [...ended(before.owners), ...owners], places: [...ended(before.places), ...places] };
}

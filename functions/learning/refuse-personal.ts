import { RuleBroken } from '../../shared/order/rule-broken';
import { findPersonal, type KnownName } from '../../shared/text/personal';
import type { Context } from '../order/context';
import type { OrderRow } from '../order/order-row';
import { openWords } from '../order/words';

/** Names in these orders, for the time of the check only; nothing of an erased order is known any more. */
export function namesIn(ctx: Context, rows: OrderRow[]): KnownName[] {
  return rows.flatMap((row) => {
    const words = openWords(ctx.vault, row);
    const named: [string, string | null | undefined][] = [
      ['反映人姓名', words?.name],
      ['被代办人姓名', words?.onBehalfOf],
      ['企业名称', words?.enterpriseName],
    ];
    return named.flatMap(([what, name]) => (name ? [{ what, name }] : []));
  });
}

/** Refuses texts in which a person can still be recognised, naming each field and what stands in it (spec 7, 8). */
export function refusePersonal(
  fields: Record<string, string | undefined>,
  known: readonly KnownName[] = [],
): void {
  const errors = Object.entries(fields).flatMap(([path, text]) =>
    findPersonal(text ?? '', known).map(({ what, shown }) => ({
      path,
      message: `有${what}（${shown}），请改写`,
    })),
  );
  if (errors.length > 0) throw new RuleBroken('text.personal', { errors: errors.slice(0, 20) }, 422);
}

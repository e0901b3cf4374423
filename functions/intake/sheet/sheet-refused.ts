import { RuleBroken } from '../../../shared/order/rule-broken';

/** A whole file or paste that cannot be read; the sentence says what to do about it. */
export const sheetRefused = (
  code: 'too-large' | 'too-many-rows' | 'old-excel' | 'damaged' | 'no-header' | 'empty' | 'not-json',
  detail: Record<string, unknown> = {},
) => new RuleBroken(`sheet.${code}`, detail, 422);

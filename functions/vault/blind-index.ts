import { createHmac } from 'node:crypto';

const tight = (value: string) =>
  value
    .normalize('NFKC')
    .replace(/[\s\-\u200b\ufeff]/g, '')
    .toUpperCase();

/** How one value is spelled, by kind; a kind not named here keeps its case and inner spaces. */
const spellings: Record<string, (value: string) => string> = {
  phone: (value) => tight(value).replace(/^(\+|00)86(?=\d{11}$)/, ''),
  'credit-code': tight,
  'id-number': tight,
};

/** A keyed hash for exact look-up of an encrypted value (spec 8): same kind and value, same 43 characters. */
export function blindIndex(indexKey: Buffer, kind: string, value: string): string {
  const spell = spellings[kind] ?? ((text: string) => text.normalize('NFKC').trim());
  return createHmac('sha256', indexKey)
    .update(JSON.stringify(['exact', kind, spell(value)]))
    .digest('base64url');
}

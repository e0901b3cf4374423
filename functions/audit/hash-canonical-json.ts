/** One spelling of a JSON value: keys sorted, no white space (RFC 8785). Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const plain = hasToJson(value) ? value.toJSON() : value;
  if (Array.isArray(plain)) return `[${plain.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (plain !== null && typeof plain === 'object') return canonicalObject(plain);
  if (typeof plain === 'number' && !Number.isFinite(plain))
    throw new TypeError('JSON holds finite numbers only.');
  if (plain === null || ['string', 'number', 'boolean'].includes(typeof plain)) return JSON.stringify(plain);
  throw new TypeError(`JSON cannot hold a value of type ${typeof plain}.`);
}

const hasToJson = (value: unknown): value is { toJSON(): unknown } =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';

function canonicalObject(value: object): string {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(',')}}`;
}

interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  format?: string;
  pattern?: string;
}

const formats: Record<string, string> = {
  uuid: '5c9a4f6e-0000-4000-8000-000000000001',
  date: '2026-12-01',
  'date-time': '2026-12-01T09:00:00+08:00',
  uri: 'https://window.example.cn/',
  email: 'someone@example.cn',
};
/** Tried in turn where a schema asks for a form. */
const guesses = [
  '13800000005',
  '123456',
  'CM20261118000010',
  '2026-12',
  '2026-12-01',
  '09:00',
  '310151100',
  'order.accepted',
  'name',
  'x'.repeat(43),
  formats.uuid ?? '',
];

function textOf({ format, pattern, minLength = 0 }: Schema): string {
  const known = format ? formats[format] : undefined;
  if (known) return known;
  const fits = pattern ? guesses.find((guess) => new RegExp(pattern).test(guess)) : undefined;
  return fits ?? '示例文字'.repeat(Math.max(1, Math.ceil(minLength / 4)));
}

/** Some value that a JSON schema takes: every required field, nothing else. */
export function sampleOfSchema(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return sampleOfSchema(choice);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOfSchema(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOfSchema(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textOf(schema);
  }
}

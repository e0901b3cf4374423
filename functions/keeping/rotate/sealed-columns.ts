/** A column whose texts stand under the master key: how they are moved to another, and what they are bound to. */
export interface SealedColumn {
  table: string;
  column: string;
  /** `wrap`: an order's key; otherwise what the text is bound to, as an SQL expression over its row. */
  bound: 'wrap' | { sql: string };
}
const fixed = (table: string, column: string, place: string): SealedColumn => ({
  table,
  column,
  bound: { sql: `'${place}'` },
});

/** Everything that the master keys seal (spec 8). A column that is missing here is named by the rotation itself. */
export const sealedColumns: SealedColumn[] = [
  { table: 'order', column: 'order_key', bound: 'wrap' },
  fixed('inbox', 'sealed', 'inbox'),
  fixed('outbox', 'sealed', 'outbox'),
  fixed('idempotency', 'answer', 'idempotency'),
  fixed('reporter', 'phone', 'reporter:phone'),
  fixed('reporter', 'name', 'reporter:name'),
  fixed('reporter', 'enterprise', 'reporter:enterprise'),
  fixed('staff', 'totp_secret', 'staff:totp'),
  fixed('staff', 'totp_pending', 'staff:totp'),
  fixed('staff_identity', 'name', 'staff:identity'),
  fixed('provider_token', 'sealed', 'provider-token'),
  {
    table: 'city_import_row',
    column: 'sealed',
    bound: { sql: "'city-import:' || import_id::text || ':' || line::text" },
  },
  { table: 'unit_contact', column: 'sealed', bound: { sql: "'unit-contact:' || id::text" } },
];

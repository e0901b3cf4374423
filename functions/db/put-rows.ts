import { getTableColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './connect';

/** Rows as PostgreSQL reads them from JSON, under the names of the columns that any of them carries. */
function asJson(table: PgTable, rows: readonly Record<string, unknown>[]) {
  const carried = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => carried.has(key));
  const text = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        columns.map(([key, column]) => [
          column.name,
          column.columnType === 'PgCustomColumn' && row[key] !== null && row[key] !== undefined
            ? column.mapToDriverValue(row[key])
            : row[key],
        ]),
      ),
    ),
  );
  return { names: columns.map(([, column]) => `"${column.name}"`), text };
}

/** The rows as a set that a statement can select from, under the table's own columns. */
export const recordsOf = <T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]): SQL =>
  sql`json_populate_recordset(null::${table}, ${asJson(table, rows).text}::json)`;

/** Inserts many rows in one statement of one parameter; on a conflict of `keys` the new row takes the old one's place. */
export async function putRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly InferInsertModel<T>[],
  keys: readonly string[] = [],
): Promise<void> {
  if (rows.length === 0) return;
  const { names, text } = asJson(table, rows);
  const list = sql.raw(names.join(', '));
  const taken = sql.raw(names.map((name) => `${name} = excluded.${name}`).join(', '));
  const instead =
    keys.length > 0 ? sql`on conflict (${sql.raw(keys.join(', '))}) do update set ${taken}` : sql``;
  await tx.execute(
    sql`insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, ${text}::json) ${instead}`,
  );
}

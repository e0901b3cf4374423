import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const escaped = (text: string) =>
  text.replace(
    /[\\\n\r\t]/g,
    (char) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[char] ?? char,
  );

function cell(value: unknown, isInstant: boolean): string {
  if (value === null || value === undefined) return '\\N';
  if (isInstant && typeof value === 'number') return new Date(value).toISOString();
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** A table that rows are gathered for and copied into together; columns left out keep their default. */
export function copier<T extends PgTable>(table: T, leftOut: string[] = []) {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => !leftOut.includes(key));
  const kinds = columns.map(([key, column]) => ({
    key,
    isInstant: column.getSQLType().startsWith('timestamp'),
  }));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const sql = `copy "${getTableName(table)}" (${names}) from stdin`;
  let lines: string[] = [];
  return {
    add(row: Record<string, unknown>): void {
      lines.push(`${kinds.map(({ key, isInstant }) => cell(row[key], isInstant)).join('\t')}\n`);
    },
    async flush(client: pg.Client): Promise<void> {
      const text = lines;
      lines = [];
      await pipeline(Readable.from(text.length > 0 ? [text.join('')] : []), client.query(copyFrom(sql)));
    },
  };
}

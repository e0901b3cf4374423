import type pg from 'pg';
import { toIso } from '../../../shared/sla/instant';
import { noEventBefore } from '../../audit/hash';
import { columnsOf } from '../../order/order-row';
import type { FigureOrder } from '../figures-of';
import type { History } from './play-histories';

/** The row of an order as far as figures read it. */
export const rowOf = ({ facts, cause }: History): FigureOrder => ({
  id: facts.id,
  channel: facts.channel,
  reporterKind: facts.reporterKind,
  leadUnitId: facts.lead,
  dispatchedUnitId: facts.dispatchedTo,
  matterId: facts.matterId,
  stage: facts.stage,
  town: facts.town,
  complexity: facts.complexity,
  cause,
});

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const moments = /^at$|At$/;
/** A row as PostgreSQL reads it from JSON: column names, and instants as ISO 8601. */
const asJson = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      snake(key),
      moments.test(key) && typeof value === 'number' ? toIso(value) : value,
    ]),
  );

async function insert(client: pg.Client, table: string, rows: object[]): Promise<void> {
  const perStep = 5000;
  for (let from = 0; from < rows.length; from += perStep)
    await client.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [
      JSON.stringify(rows.slice(from, from + perStep).map(asJson)),
    ]);
}

const orderRow = (history: History) => ({
  ...columnsOf(history.facts),
  ...rowOf(history),
  number: history.facts.number,
  version: 1,
  hallUnitId: history.facts.hallUnitId,
  placeUnitId: null,
  submittedAt: history.facts.submittedAt,
  changedAt: history.events.at(-1)?.at ?? 0,
  sealed: '',
  queryCodeHash: '',
  searchTokens: [],
  eventCount: history.events.length,
  lastEventHash: '',
});

/** Puts whole histories into the database, without words and without hashes: what figures are made of, nothing else. */
export async function writeHistories(client: pg.Client, histories: readonly History[]): Promise<void> {
  await insert(client, 'order', histories.map(orderRow));
  const clocks = histories.flatMap(({ facts }) =>
    facts.clocks.map((clock) => ({ ...clock, orderId: facts.id })),
  );
  await insert(client, 'clock', clocks);
  const held = histories.flatMap(({ facts }) =>
    facts.custody.map((hold, position) => ({ ...hold, orderId: facts.id, position })),
  );
  await insert(client, 'custody', held);
  let id = 0;
  const events = histories.flatMap(({ facts, events: lines }) =>
    lines.map((line, at) => ({
      id: ++id,
      chain: `order:${facts.id}`,
      seq: at + 1,
      orderId: facts.id,
      ...line,
      actor: 'system',
      actorUnitId: null,
      internal: false,
      prevHash: noEventBefore,
      hash: '',
    })),
  );
  await insert(client, 'event', events);
  await client.query("select setval(pg_get_serial_sequence('event', 'id'), $1)", [id]);
}

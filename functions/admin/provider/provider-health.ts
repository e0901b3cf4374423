import { sql } from 'drizzle-orm';
import { errorWord, pausedError, providerWords } from '../../../shared/notice/delivery-word';
import { dayMs, toIso } from '../../../shared/sla/instant';
import { outbox } from '../../db/schema';
import type { Context } from '../../order/context';
import { localSender } from '../../provider/sender';

/** Above this a number is said as "more than"; nothing beyond it is looked at. */
const counted = 10_000;
const mostErrors = 5;

interface Counts extends Record<string, unknown> {
  n: number;
  due: number;
  oldest: Date | null;
  paused: Date | null;
}
const iso = (at: Date | null) => (at ? toIso(new Date(at).getTime()) : null);

async function waitingOf(ctx: Context, provider: string): Promise<Counts | undefined> {
  const now = sql`${new Date(ctx.now()).toISOString()}::timestamptz`;
  const { rows } = await ctx.db.execute<Counts>(sql`
    select count(*)::int as n, count(*) filter (where next_at <= ${now})::int as due, min(created_at) as oldest,
      max(next_at) filter (where last_error = ${pausedError} and next_at > ${now}) as paused
    from (select * from ${outbox} where provider = ${provider} and state = 'waiting' order by id limit ${counted}) w`);
  return rows[0];
}

async function errorsOf(ctx: Context, provider: string) {
  const { rows } = await ctx.db.execute<{ state: 'waiting' | 'dead'; error: string; n: number }>(sql`
    select state, last_error as error, count(*)::int as n
    from (select state, last_error from ${outbox}
      where provider = ${provider} and state in ('waiting', 'dead') and last_error is not null
      order by id desc limit ${counted}) failed
    where last_error <> ${pausedError} group by 1, 2 order by 3 desc limit ${mostErrors}`);
  return rows.map(({ state, error, n }) => ({ state, error, word: errorWord(error), count: n }));
}

async function endedOf(ctx: Context, provider: string) {
  const since = sql`${new Date(ctx.now() - dayMs).toISOString()}::timestamptz`;
  const { rows } = await ctx.db.execute<{ sent: number; dead: number; last: Date | null }>(sql`
    select
      (select count(*)::int from (select 1 from ${outbox}
        where provider = ${provider} and state = 'sent' and sent_at > ${since} limit ${counted}) s) as sent,
      (select count(*)::int from (select 1 from ${outbox}
        where provider = ${provider} and state = 'dead' limit ${counted}) d) as dead,
      (select sent_at from ${outbox} where provider = ${provider} and state = 'sent'
        order by sent_at desc limit 1) as last`);
  return rows[0];
}

/** How each provider stands: what waits and since when, what went out in a day, what failed and why (spec 5). */
export async function providerHealth(ctx: Context) {
  const items = [];
  for (const provider of Object.keys(providerWords).filter(
    (name) => !['inbox', 'aliyun-sms'].includes(name),
  )) {
    const sender = ctx.senders[provider];
    const waiting = await waitingOf(ctx, provider);
    const ended = await endedOf(ctx, provider);
    items.push({
      provider,
      word: providerWords[provider] ?? provider,
      carrier: sender === undefined ? 'none' : sender === localSender ? 'local' : 'real',
      waiting: waiting?.n ?? 0,
      due: waiting?.due ?? 0,
      oldestAt: iso(waiting?.oldest ?? null),
      pausedUntil: iso(waiting?.paused ?? null),
      sentInDay: ended?.sent ?? 0,
      lastSentAt: iso(ended?.last ?? null),
      dead: ended?.dead ?? 0,
      errors: await errorsOf(ctx, provider),
    });
  }
  return { items, counted };
}

import pg from 'pg';
import { connect } from '../../functions/db/connect';
import { readEnv } from '../../functions/env';
import { systemContext } from '../../functions/order/context';
import { makeDeps } from '../../functions/start/make-deps';
import { makeOrderNumber } from '../../shared/order/number';
import { waitsOf } from '../../shared/order/queue';
import { isOpen } from '../../shared/order/state';
import { addDays, dayMs, dayOf, hourMs, type Instant, instantAt } from '../../shared/sla/instant';
import { readDistrict } from './district';
import { playOrder } from './play-order';
import { type Random, seeded } from './random';
import { type Template, toTemplate } from './template';
import { orderWriter } from './write-order';

const weeks = 156;
/** So many of the last weeks are played up to now; before them lie whole lives, moved by weeks. */
const recentWeeks = 5;
const batch = 2000;

/** Mostly office hours, some evenings, in a week that begins on this day. */
function submission(random: Random, monday: string): Instant {
  const day = addDays(monday, Math.floor(random.chance(0.92) ? random.between(0, 5) : random.between(5, 7)));
  const office = random.chance(0.82) ? random.between(9, 17) : random.between(7, 22.5);
  return instantAt(day, '00:00') + Math.floor(office * hourMs);
}

/** One process's share of the orders: every `of`-th, beginning with `part`. */
async function main(): Promise<void> {
  const [part, of, count] = process.argv.slice(2).map(Number) as [number, number, number];
  const now = Number(process.env.NOW);
  const config = readEnv({ ...process.env, LOG_LEVEL: 'silent' });
  const { db, close } = connect(config.databaseUrl ?? '', 2);
  const ctx = await systemContext(makeDeps(config, db, () => now));
  const client = new pg.Client({ connectionString: config.databaseUrl ?? '' });
  await client.connect();
  const random = seeded(1000 + part);
  const thisMonday = addDays(dayOf(now), -2);
  const baseMonday = '2026-04-13';
  const isEnded = ({ life: { facts } }: Template) => !isOpen(facts.state) && waitsOf(facts).length === 0;
  const play = (monday: string, until: Instant) =>
    toTemplate(playOrder(ctx, random, submission(random, monday), until));
  const past: Template[] = [];
  while (past.length < 700) {
    const template = play(baseMonday, now);
    if (isEnded(template)) past.push(template);
  }
  const recentCount = Math.min(2500, Math.ceil((count * recentWeeks) / weeks / of));
  const recent: Template[] = [];
  while (recent.length < recentCount) {
    const monday = addDays(thisMonday, -7 * Math.floor(random.next() * recentWeeks));
    const start = submission(random, monday);
    if (start < now) recent.push(toTemplate(playOrder(ctx, random, start, now)));
  }
  const keys = Array.from({ length: 500 }, () => ctx.vault.newOrderKey());
  const baseWeek = Math.round(
    (instantAt(thisMonday, '00:00') - instantAt(baseMonday, '00:00')) / (7 * dayMs),
  );
  const serials = new Map<string, number>();
  const writer = orderWriter(ctx, await readDistrict(ctx));
  const flush = async () => {
    for (const each of Object.values(writer.into)) await each.flush(client);
  };
  let written = 0;
  for (let position = part; position < count; position += of) {
    const back = Math.floor((1 - position / count) * weeks);
    const isRecent = back < recentWeeks;
    const template = random.pick(isRecent ? recent : past);
    const days = isRecent ? 0 : 7 * (baseWeek - back);
    const day = dayOf(template.life.facts.submittedAt + days * dayMs);
    const serial = (serials.get(day) ?? 0) + 1;
    serials.set(day, serial);
    const number = makeOrderNumber(day, (serial - 1) * of + part + 1);
    writer.add({ position, number, template, days, key: random.pick(keys) }, random);
    written += 1;
    if (written % batch === 0) await flush();
  }
  await flush();
  await client.end();
  await close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});

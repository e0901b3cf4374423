import { fromIso } from '../../shared/sla/instant';
import { type Connection, connect } from '../db/connect';
import type { Context } from '../order/context';
import { startWorld, type TestWorld } from '../testing/database';
import { type Figures, figuresOf } from './figures-of';
import type { FigureQuery } from './filter';
import { foldDeltas } from './fold-deltas';
import type { Group } from './group';
import { writeFigures } from './keep-figures';
import { forgetAnswers } from './kept-answers';
import { measure } from './measure';
import { packDays } from './pack-days';
import { rebuildRollUps } from './rebuild-figures';
import { makeCast, person, serialIds } from './testing/make-cast';
import { type History, lehmer, playHistories } from './testing/play-histories';
import { rowOf } from './testing/write-histories';

let world: TestWorld;
let second: Connection;
/** Who keeps answers, and who reads each anew over a connection of its own. */
let keeper: Context;
let fresh: Context;
/** An order as it stood half-way, as it stands now, and now with other minutes, of which no share tells. */
let versions: Figures[][];

beforeAll(async () => {
  Error.stackTraceLimit = 0;
  world = await startWorld();
  second = connect(world.url, 4);
  const ref = await world.deps.reference();
  keeper = { ...world.deps, ref, actor: person('duban', 'supervisor', ref.tree.districtOffice) };
  fresh = { ...keeper, db: second.db };
  const newId = serialIds();
  const cast = makeCast(keeper, newId);
  const half: History[] = [];
  const base = { calendar: ref.calendar, settings: ref.settings, units: ref.tree, newId };
  const when = { from: fromIso('2026-06-01T00:00:00+08:00'), days: 150, seed: 7 };
  const now = playHistories(24, cast, base, when, (history) => half.push(history));
  const fold = (each: History) =>
    figuresOf(rowOf(each), each.events, each.facts.clocks, each.facts.custody, ref.calendar);
  versions = now.map((history, at) => {
    const [then, last] = [fold(half[at] ?? history), fold(history)];
    const { naturalMinutes } = last.figures;
    const slower = {
      ...last.figures,
      naturalMinutes: typeof naturalMinutes === 'number' ? naturalMinutes + 500 : null,
    };
    return [then, last, { ...last, figures: slower }];
  });
}, 120_000);
afterAll(async () => {
  await second.close();
  await world.close();
});

const whole = { from: '2026-06-01', to: '2026-11-18' };
const questions: [Partial<FigureQuery>, Group | null][] = [
  [{}, null],
  [{ from: '2026-07-15' }, null],
  [{ channel: 'wechat', complexity: 'ordinary' }, null],
  [{ channel: 'wechat', stage: 'not-accepted', cause: 'none' }, null],
  [{}, 'matter'],
  [{}, 'month'],
];

async function expectKeptIsFresh(round: number): Promise<void> {
  for (const [query, group] of questions) {
    const asked = { ...whole, ...query };
    const kept = await measure(keeper, asked, group);
    forgetAnswers(fresh.db);
    const read = await measure(fresh, asked, group);
    expect({ round, query, group, kept: new Map([...kept].sort()) }).toEqual({
      round,
      query,
      group,
      kept: new Map([...read].sort()),
    });
  }
}

it('answers what the database holds at that moment, whoever writes, folds and packs meanwhile', async () => {
  const random = lehmer(3);
  const below = (n: number) => Math.floor(random() * n);
  /** Each connection writes orders of its own, as commands lock theirs. */
  const write = (context: Context, part: 0 | 1) => () => {
    const order = versions[below(versions.length / 2) * 2 + part] ?? [];
    const version = order[below(order.length)];
    return context.db.transaction((tx) => writeFigures(tx, version ? [version] : []));
  };
  const ask = () => {
    const [query, group] = questions[below(questions.length)] ?? [{}, null];
    return measure(keeper, { ...whole, ...query }, group);
  };
  const commands: (() => Promise<unknown>)[] = [
    write(keeper, 0),
    write(fresh, 1),
    write(fresh, 1),
    () => foldDeltas(fresh.db, 1 + below(6)),
    () => packDays(keeper.db, 1 + below(3)),
    ask,
    ask,
  ];
  for (let round = 0; round < 120; round += 1) {
    const some = Array.from({ length: 1 + below(4) }, () => commands[below(commands.length)] ?? ask);
    const writers = some.filter((each, at) => some.indexOf(each) === at || each === ask);
    await Promise.all(writers.map((each) => each()));
    if (round % 40 === 39) await rebuildRollUps(fresh);
    await expectKeptIsFresh(round);
  }
}, 300_000);

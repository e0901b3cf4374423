import { inArray } from 'drizzle-orm';
import type { Draft } from '../../shared/order/command/intake';
import type { Change } from '../../shared/order/command/rule';
import type { CityPortalInput, RegisterInput, SubmitInput } from '../../shared/order/contract/intake';
import { RuleBroken } from '../../shared/order/rule-broken';
import { appendEvents } from '../audit/append-event';
import { noEventBefore } from '../audit/hash';
import { watchContent } from '../content/watch-content';
import type { Tx } from '../db/connect';
import { matter, order, unit } from '../db/schema';
import { keepFigures } from '../figure/keep-figures';
import { claimFiles } from '../file/claim-files';
import { writeNotices } from '../notice/write-notices';
import type { Context } from './context';
import { columnsOf } from './order-row';
import { orderToken } from './order-token';
import { hashSecret, newQueryCode } from './query-code';
import { ledgerLines } from './save-change';
import { saveClocks, saveCustody } from './save-clocks';
import { saveWaits } from './save-waits';
import { sealWords, wordsOf } from './words';

type Intake =
  | Pick<SubmitInput, 'reporter' | 'report'>
  | Pick<RegisterInput | CityPortalInput, 'reporter' | 'report'>;

interface New {
  /** Taken before the transaction: no submit holds a connection while it waits for another. */
  number: string;
  intake: Intake;
  channel: Draft['channel'];
  reporterAccountId: string | null;
  phoneVerified: boolean;
  cityNumber?: string;
  /** The rule that makes the first change: `submitOrder` or `registerOrder`. */
  decide(draft: Draft): Promise<Change>;
}

export interface Created {
  number: string;
  queryCode: string;
  token: string;
  change: Change;
}

async function requireKnown(tx: Tx, intake: Intake): Promise<void> {
  const { matterId, hallUnitId, placeUnitId } = intake.report;
  if (matterId) {
    const found = await tx
      .select({ id: matter.id })
      .from(matter)
      .where(inArray(matter.id, [matterId]));
    if (found.length === 0) throw new RuleBroken('matter.not-found', { path: 'report.matterId' }, 422);
  }
  for (const [path, id] of [
    ['report.hallUnitId', hallUnitId],
    ['report.placeUnitId', placeUnitId],
  ] as const) {
    if (!id) continue;
    const found = await tx
      .select({ id: unit.id })
      .from(unit)
      .where(inArray(unit.id, [id]));
    if (found.length === 0) throw new RuleBroken('unit.not-found', { path }, 422);
  }
}

/** Puts a new order into the database with its ledger, clocks, files and messages, in the caller's transaction. */
export async function createOrder(tx: Tx, ctx: Context, wanted: New): Promise<Created> {
  const { intake } = wanted;
  const { report, reporter } = intake;
  await requireKnown(tx, intake);
  const id = ctx.newId();
  const { number } = wanted;
  const change = await wanted.decide({
    id,
    number,
    channel: wanted.channel,
    reporterKind: reporter.kind,
    reporterAccountId: wanted.reporterAccountId,
    hasPhone: reporter.phone !== undefined,
    phoneVerified: wanted.phoneVerified,
    stage: report.stage,
    matterId: report.matterId ?? null,
    hallUnitId: report.hallUnitId ?? null,
    placeUnitId: report.placeUnitId ?? null,
    town: report.town ?? null,
    files: report.files,
  });
  const { wrapped, key } = ctx.vault.newOrderKey();
  const words = wordsOf(reporter, report);
  const sealed = sealWords(ctx.vault, key, id, words);
  const queryCode = newQueryCode();
  const ledger = await appendEvents(
    tx,
    `order:${id}`,
    { length: 0, hash: noEventBefore },
    ledgerLines(ctx, null, change, wrapped),
  );
  const { facts } = change;
  await tx.insert(order).values({
    ...columnsOf(facts),
    id,
    number,
    version: 1,
    channel: facts.channel,
    reporterKind: facts.reporterKind,
    phoneIndex: words.phone ? ctx.vault.blindIndex('phone', words.phone) : null,
    stage: facts.stage,
    hallUnitId: facts.hallUnitId,
    placeUnitId: facts.placeUnitId,
    town: facts.town,
    submittedAt: facts.submittedAt,
    changedAt: ctx.now(),
    orderKey: wrapped,
    sealed,
    queryCodeHash: hashSecret(`${number}:${queryCode}`),
    cityNumber: wanted.cityNumber ?? null,
    searchTokens: ctx.vault.searchTokens(`${words.story} ${words.matterText ?? ''}`),
    eventCount: ledger.length,
    lastEventHash: ledger.hash,
  });
  await saveClocks(tx, ctx, null, facts);
  await saveCustody(tx, null, facts);
  await saveWaits(tx, null, facts);
  await claimFiles(tx, ctx, id, ledger.seqs[0] ?? 1, report.files);
  await keepFigures(tx, [id], ctx.ref.calendar);
  await watchContent(tx, ctx, change, ledger.seqs);
  const told = { id, number, orderKey: wrapped, sealed, queryCode };
  await writeNotices(tx, ctx, told, change);
  return { number, queryCode, token: await orderToken(tx, ctx, id), change };
}

import { verdicts } from '../../../shared/learning/effect';
import type { Context } from '../../order/context';
import { measureEffects } from './effect';
import { historyOf } from './history';
import {
  commandsFor,
  matterNames,
  presentEvidence,
  presentLine,
  presentMeasure,
  staffNames,
} from './present-problem';
import { evidenceRows, getProblem, measuresOf } from './problem-row';

/** One item whole: measures, evidence, effect, history, and what this person may do; 404 where not seen. */
export async function viewProblem(ctx: Context, id: string) {
  const row = await getProblem(ctx, id);
  const [measures, evidence, history] = await Promise.all([
    measuresOf(ctx.db, [id]),
    evidenceRows(ctx.db, id),
    historyOf(ctx, id),
  ]);
  const matters = await matterNames(ctx.db, [
    ...row.matterIds,
    ...evidence.flatMap((order) => order.matterId ?? []),
  ]);
  const people = await staffNames(ctx.db, [row.responsibleId, row.openedBy]);
  const effect = (await measureEffects(ctx, [row], measures)).get(id);
  return {
    ...presentLine(ctx, row, matters, people),
    commands: commandsFor(ctx, row),
    measures: measures.map((each) => presentMeasure(ctx, each)),
    evidence: presentEvidence(ctx, evidence, matters),
    effect: effect && { ...effect, words: verdicts[effect.verdict] },
    history,
  };
}

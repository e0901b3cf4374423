import { type Sample, suggest, train } from '../../shared/routing/classifier';
import { sequence, shuffle } from '../../shared/routing/linear-solver';
import { indexPastOrders } from '../../shared/routing/past-orders';
import { suggestRoutes } from '../../shared/routing/suggest';
import { type Answer, type Score, scoreAnswers } from './score';

const folds = 5;

/** Five folds; `groupOf` keeps what belongs together (one service item) on one side. */
export function crossValidate(
  samples: readonly Sample[],
  groupOf: (sample: Sample, at: number) => number = (_, at) => at,
): { words: Score; both: Score } {
  const groups = Math.max(...samples.map(groupOf)) + 1;
  const order = Int32Array.from({ length: groups }, (_, at) => at);
  shuffle(order, sequence(1));
  const foldOf = (sample: Sample, at: number) => (order[groupOf(sample, at)] ?? 0) % folds;
  const words: Answer[] = [];
  const both: Answer[] = [];
  let wordsMs = 0;
  let bothMs = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const learnt = samples.filter((sample, at) => foldOf(sample, at) !== fold);
    const asked = samples.filter((sample, at) => foldOf(sample, at) === fold);
    const start = performance.now();
    const model = train(learnt);
    const trained = performance.now();
    for (const sample of asked) words.push({ truth: sample.label, ranked: suggest(model, sample, 3) });
    const answered = performance.now();
    wordsMs += answered - start;
    const past = indexPastOrders(learnt.map((sample, at) => ({ ...sample, orderId: String(at) })));
    for (const sample of asked) {
      both.push({ truth: sample.label, ranked: suggestRoutes(sample, model, past, 3) });
    }
    bothMs += trained - start + performance.now() - answered;
  }
  return { words: scoreAnswers(words, wordsMs / 1000), both: scoreAnswers(both, bothMs / 1000) };
}

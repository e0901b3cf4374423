import type { Verdict } from '../../../../../../shared/learning/effect';
import { type ProblemState, problemStates } from '../../../../../../shared/learning/problem-list';

/** Shape before word, so that a state is never told by colour alone. */
const shapes: Record<ProblemState, string> = {
  open: '○',
  planned: '◐',
  done: '◕',
  effective: '●',
  recurred: '▲',
  dropped: '－',
};
const tones: Partial<Record<ProblemState, string>> = {
  effective: 'green',
  recurred: 'red',
  planned: 'yellow',
};

export const StateMark = ({ state }: { state: ProblemState }) => (
  <span className={`light ${tones[state] ?? ''}`}>
    <span aria-hidden="true">{shapes[state]} </span>
    {problemStates[state]}
  </span>
);

const flags: Partial<Record<Verdict, string>> = { recurred: '▲ 下降后又回升', 'not-fallen': '▲ 没有下降' };

/** A warning where the figures say that a finished measure did not last. */
export const VerdictMark = ({ verdict }: { verdict: Verdict | null }) =>
  verdict && flags[verdict] ? <span className="light red">{flags[verdict]}</span> : null;

import type { OrderView } from '../../../../shared/order/view';
import { Box } from '../element/box';
import { useWords } from '../words/use-words';
import { FactList } from './fact-list';

/** The unit's reply, and what the reporter said of it. */
export function ReplyCard({ order }: { order: OrderView }) {
  const all = useWords();
  const words = all.order;
  const { reply, evaluation } = order;
  if (!reply && !evaluation) return null;
  return (
    <Box as="section" className="card reply-card" labelledBy="reply-title">
      <Box as="h2" className="card-title" id="reply-title">
        {words.reply}
      </Box>
      {reply && (
        <FactList
          facts={[
            [words.result, all.results[reply.result]],
            [words.found, reply.found],
            [words.done, reply.done],
            [words.rule, reply.rule],
            [words.basis, reply.basis],
            [words.next, reply.next],
          ]}
        />
      )}
      {evaluation && (
        <FactList
          facts={[
            [
              words.evaluation,
              `${evaluation.solved ? words.solved : words.unsolved}${all.comma}${all.satisfactions[evaluation.satisfaction as 1 | 2 | 3 | 4 | 5]}`,
            ],
            [all.evaluate.comment, evaluation.comment],
          ]}
        />
      )}
    </Box>
  );
}

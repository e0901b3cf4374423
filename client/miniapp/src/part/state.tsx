import type { ReactNode } from 'react';
import { Box } from '../element/box';
import { Press } from '../element/press';
import type { Problem } from '../request/problem';
import { useWords } from '../words/use-words';
import type { Words } from '../words/zh';

export function Waiting() {
  const words = useWords();
  return (
    <Box className="state" role="status" id="waiting">
      <Box className="skeleton" />
      <Box className="skeleton short" />
      <Box className="skeleton" />
      <Box as="p" className="state-text">
        {words.state.loading}
      </Box>
    </Box>
  );
}

/** What a refusal says, in the language of the page; without words of the server, by its status. */
export const problemWords = (problem: Problem, words: Words): string => {
  const said = words.state.problemSaid(problem.code, problem.title);
  if (said) return said;
  if (problem.status === 0) return words.state.offline;
  return problem.status === 404 || problem.status === 403 ? words.state.missing : words.state.error;
};

/** What went wrong, and a way on. */
export function Trouble({
  problem,
  again,
  children,
}: {
  problem: Problem;
  again: () => void;
  children?: ReactNode;
}) {
  const words = useWords();
  const hint =
    problem.status === 0 ? words.state.offlineHint : problem.status >= 500 ? words.state.errorHint : null;
  return (
    <Box className="state trouble" role="alert" id="trouble">
      <Box as="p" className="state-title">
        {problemWords(problem, words)}
      </Box>
      {hint && (
        <Box as="p" className="state-text">
          {hint}
        </Box>
      )}
      <Press className="second" id="again" onPress={again}>
        {words.state.again}
      </Press>
      {children}
    </Box>
  );
}

/** Above what was read before, when it could not be read again: nothing is taken away. */
export function Stale({ problem, again }: { problem: Problem; again: () => void }) {
  const words = useWords().state;
  return (
    <Box className="notice" role="status" id="stale">
      <Box as="span">{problem.status === 0 ? words.staleOffline : words.stale}</Box>
      <Press className="plain" id="again" onPress={again}>
        {words.again}
      </Press>
    </Box>
  );
}

export function Nothing({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <Box className="state nothing" id="nothing">
      <Box className="nothing-shape" hidden />
      <Box as="p" className="state-title">
        {title}
      </Box>
      {hint && (
        <Box as="p" className="state-text">
          {hint}
        </Box>
      )}
      {children}
    </Box>
  );
}

/** A sentence that is read aloud as soon as it appears. */
export function Told({ kind, children, id }: { kind: 'good' | 'bad'; children: ReactNode; id?: string }) {
  return (
    <Box className={`told ${kind}`} role={kind === 'bad' ? 'alert' : 'status'} id={id}>
      {children}
    </Box>
  );
}

import { useState } from 'react';
import { Press } from '../element/press';
import { asProblem, type Problem } from '../request/problem';
import { useWords } from '../words/use-words';
import { problemWords, Told } from './state';

/** The next part of a list; when it does not come, what is shown already stays and the way on, too. */
export function MoreButton({ word, load }: { word: string; load: () => Promise<void> }) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const press = async () => {
    setBusy(true);
    setProblem(null);
    await load().catch((failure) => setProblem(asProblem(failure)));
    setBusy(false);
  };
  return (
    <>
      {problem && <Told kind="bad">{problemWords(problem, words)}</Told>}
      <Press className="second wide" id="more" disabled={busy} onPress={() => void press()}>
        {problem ? words.state.again : word}
      </Press>
    </>
  );
}

import { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { Door } from '../../element/door';
import { Frame } from '../../part/frame';
import { Nothing, problemWords, Trouble, Waiting } from '../../part/state';
import { cleanAddress } from '../../platform/page';
import { openLink } from '../../query/order';
import { asProblem, Problem } from '../../request/problem';
import { orderPage, pages } from '../../setting/pages';
import { travelOn } from '../../setting/travel';
import { useWords } from '../../words/use-words';

/** Where a message's one-time link leads: opens its order and takes the secret out of the address. */
export default function LinkPage() {
  const words = useWords();
  const { token = '' } = useRouter().params;
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = useCallback(async () => {
    setProblem(null);
    if (!token) return setProblem(new Problem(404, 'link.used', words.link.incomplete));
    try {
      const number = await openLink(token);
      cleanAddress('/link');
      travelOn(orderPage(number));
    } catch (failure) {
      setProblem(asProblem(failure));
    }
    return undefined;
  }, [token, words]);
  useEffect(() => void open(), [open]);
  const used = problem !== null && problem.status >= 400 && problem.status < 500;
  return (
    <Frame title={words.link.title}>
      {!problem && <Waiting />}
      {problem && !used && <Trouble problem={problem} again={() => void open()} />}
      {problem && used && (
        <Nothing title={problemWords(problem, words)}>
          <Door to={pages.lookUp} className="first" id="go-look-up">
            {words.nav.lookUp}
          </Door>
        </Nothing>
      )}
    </Frame>
  );
}

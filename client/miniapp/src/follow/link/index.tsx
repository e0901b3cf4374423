import Taro, { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { Frame } from '../../part/frame';
import { Trouble, Waiting } from '../../part/state';
import { cleanAddress } from '../../platform/page';
import { openLink } from '../../query/order';
import { asProblem, type Problem } from '../../request/problem';
import { orderPage } from '../../setting/pages';
import { useWords } from '../../words/use-words';

/** Where a message's one-time link leads: opens its order and takes the secret out of the address. */
export default function LinkPage() {
  const words = useWords().link;
  const { token = '' } = useRouter().params;
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = useCallback(async () => {
    setProblem(null);
    try {
      const number = await openLink(token);
      cleanAddress('/link');
      await Taro.redirectTo({ url: orderPage(number) });
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  }, [token]);
  useEffect(() => void open(), [open]);
  return (
    <Frame title={words.title}>
      {problem ? <Trouble problem={problem} again={() => void open()} /> : <Waiting />}
    </Frame>
  );
}

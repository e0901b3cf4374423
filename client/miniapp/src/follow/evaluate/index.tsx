import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { NeedSignIn } from '../../part/need-sign-in';
import { NoNumber } from '../../part/no-number';
import { ReplyCard } from '../../part/reply-card';
import { Nothing, Told, Trouble, Waiting } from '../../part/state';
import { useOrder } from '../../query/order';
import { orderPage } from '../../setting/pages';
import { useSession } from '../../setting/session';
import { returnTo } from '../../setting/travel';
import { useWords } from '../../words/use-words';
import { EvaluateForm } from './evaluate-form';

/** The reporter's judgement, beside the reply that is judged. */
export default function EvaluatePage() {
  const words = useWords().evaluate;
  const number = useRouter().params.number ?? '';
  useSession();
  const { data: order, problem, again } = useOrder(number);
  const [thanks, setThanks] = useState<string | null>(null);
  const frame = { title: words.title, bare: true };
  if (thanks)
    return (
      <Frame {...frame}>
        <Box className="card narrow centred-card">
          <Told kind="good" id="thanks">
            {thanks}
          </Told>
          <Press className="first wide" id="back-to-order" onPress={() => returnTo(orderPage(number))}>
            {words.back}
          </Press>
        </Box>
      </Frame>
    );
  if (!number)
    return (
      <Frame {...frame}>
        <NoNumber />
      </Frame>
    );
  if (!order)
    return (
      <Frame {...frame}>
        {!problem && <Waiting />}
        {problem?.status === 401 && <NeedSignIn />}
        {problem && problem.status !== 401 && <Trouble problem={problem} again={() => void again()} />}
      </Frame>
    );
  if (!order.commands.includes('evaluate'))
    return (
      <Frame {...frame}>
        <Nothing title={words.closed}>
          <Press className="second" onPress={() => returnTo(orderPage(number))}>
            {words.back}
          </Press>
        </Nothing>
      </Frame>
    );
  return (
    <Frame {...frame} lead={order.matter ?? order.number} className="with-aside evaluate-page">
      <Box as="aside" className="aside shown-aside" label={words.judged}>
        <ReplyCard order={order} />
      </Box>
      <Box className="column">
        <EvaluateForm number={number} done={setThanks} />
      </Box>
    </Frame>
  );
}

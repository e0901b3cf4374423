import { useRouter } from '@tarojs/taro';
import { Box } from '../../element/box';
import { Frame } from '../../part/frame';
import { NeedSignIn } from '../../part/need-sign-in';
import { Trouble, Waiting } from '../../part/state';
import { useOrder } from '../../query/order';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { Actions } from './actions';
import { ReplyCard } from './reply-card';
import { StatusCard } from './status-card';
import { StoryCard } from './story-card';
import { Timeline } from './timeline';

/** One report: who has it, until when, what happened, what can be done. */
export default function OrderPage() {
  const words = useWords().order;
  const number = useRouter().params.number ?? '';
  const session = useSession();
  const { data: order, problem, again, put } = useOrder(number);
  if (problem && !order)
    return (
      <Frame title={words.title}>
        <Trouble problem={problem} again={() => void again()} />
        {problem.status === 401 && !session && <NeedSignIn />}
      </Frame>
    );
  return (
    <Frame title={words.title} className="with-aside order-page">
      {order ? (
        <>
          <Box className="column">
            <StatusCard order={order} />
            <ReplyCard order={order} />
            <Timeline order={order} />
            <StoryCard order={order} />
          </Box>
          <Box as="aside" className="aside order-aside" label={words.actions}>
            <Actions order={order} put={put} again={again} />
          </Box>
        </>
      ) : (
        <Waiting />
      )}
    </Frame>
  );
}

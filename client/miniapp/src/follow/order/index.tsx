import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { Box } from '../../element/box';
import { Frame } from '../../part/frame';
import { NeedSignIn } from '../../part/need-sign-in';
import { NoNumber } from '../../part/no-number';
import { ReplyCard } from '../../part/reply-card';
import { Stale, Trouble, Waiting } from '../../part/state';
import { useOrder } from '../../query/order';
import { endSession, useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { Actions } from './actions';
import { HelpCard } from './help-card';

import { StatusCard } from './status-card';
import { StoryCard } from './story-card';
import { Timeline } from './timeline';

/** One report: who has it, until when, what can be done, what happened. */
export default function OrderPage() {
  const words = useWords().order;
  const number = useRouter().params.number ?? '';
  useSession();
  const { data: order, problem, again, put } = useOrder(number);
  const closed = problem?.status === 401;
  useEffect(() => {
    if (closed) endSession();
  }, [closed]);
  if (!number)
    return (
      <Frame title={words.title}>
        <NoNumber />
      </Frame>
    );
  if (problem && !order)
    return (
      <Frame title={words.title}>
        {closed ? <NeedSignIn /> : <Trouble problem={problem} again={() => void again()} />}
      </Frame>
    );
  return (
    <Frame title={words.title} className="with-aside order-page" refresh={again}>
      {order ? (
        <>
          <Box className="column order-now">
            {problem && <Stale problem={problem} again={() => void again()} />}
            <StatusCard order={order} />
            <ReplyCard order={order} />
          </Box>
          <Box as="aside" className="aside order-aside" label={words.actions}>
            <Actions order={order} put={put} again={again} />
            <HelpCard />
          </Box>
          <Box className="column order-past">
            <Timeline order={order} />
            <StoryCard order={order} />
          </Box>
        </>
      ) : (
        <Waiting />
      )}
    </Frame>
  );
}

import { useEffect } from 'react';
import { Box } from '../../element/box';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { MoreButton } from '../../part/more-button';
import { NeedSignIn } from '../../part/need-sign-in';
import { Nothing, Stale, Trouble, Waiting } from '../../part/state';
import { listMessages, markRead, useMessages } from '../../query/message';
import { endSession, useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { MessageCard } from './message-card';

/** What was told about my reports, newest first. */
export default function MessagesPage() {
  const words = useWords().messages;
  const signedIn = useSession() !== null;
  const messages = useMessages(signedIn);
  const { problem } = messages;
  useEffect(() => {
    if (problem?.status === 401) endSession();
  }, [problem]);
  return (
    <Frame title={words.title} tab="messages" refresh={signedIn ? messages.again : undefined}>
      {signedIn ? <MessageList messages={messages} /> : <NeedSignIn />}
    </Frame>
  );
}

function MessageList({ messages }: { messages: ReturnType<typeof useMessages> }) {
  const words = useWords().messages;
  const { data, problem, again, put } = messages;
  if (problem && !data) return <Trouble problem={problem} again={() => void again()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0) return <Nothing title={words.empty} hint={words.emptyHint} />;
  const unread = data.items.filter((one) => !one.read).map((one) => one.id);
  const read = (ids: number[]) => {
    const items = data.items.map((one) => (ids.includes(one.id) ? { ...one, read: true } : one));
    void markRead(ids).then(
      () => put({ ...data, items, unread: Math.max(0, data.unread - ids.length) }),
      () => null,
    );
  };
  const more = async (cursor: string) => {
    const page = await listMessages(cursor);
    put({ ...page, items: [...data.items, ...page.items] });
  };
  const { next } = data;
  return (
    <Box className="stream">
      {problem && <Stale problem={problem} again={() => void again()} />}
      {unread.length > 0 && (
        <Box className="stream-head">
          <Box as="span" className="faint" live="polite">
            {words.lead(data.unread)}
          </Box>
          <Press className="plain" id="read-all" onPress={() => read(unread)}>
            {words.readAll}
          </Press>
        </Box>
      )}
      {data.items.map((message) => (
        <MessageCard key={message.id} message={message} onOpen={() => !message.read && read([message.id])} />
      ))}
      {next && <MoreButton word={words.more} load={() => more(next)} />}
    </Box>
  );
}

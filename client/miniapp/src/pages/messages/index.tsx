import { useEffect } from 'react';
import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Press } from '../../element/press';
import { Frame } from '../../part/frame';
import { NeedSignIn } from '../../part/need-sign-in';
import { Nothing, Trouble, Waiting } from '../../part/state';
import { type Message, markRead, useMessages } from '../../query/message';
import { momentWords } from '../../setting/date-words';
import { orderPage } from '../../setting/pages';
import { endSession, useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';

/** What was told about my reports. */
export default function MessagesPage() {
  const words = useWords().messages;
  const signedIn = useSession() !== null;
  return (
    <Frame title={words.title} tab="messages">
      {signedIn ? <MessageList /> : <NeedSignIn />}
    </Frame>
  );
}

function MessageList() {
  const words = useWords().messages;
  const { data, problem, again } = useMessages(true);
  useEffect(() => {
    if (problem?.status === 401) endSession();
  }, [problem]);
  if (problem && !data) return <Trouble problem={problem} again={() => void again()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0) return <Nothing title={words.empty} hint={words.emptyHint} />;
  const unread = data.items.filter((one) => !one.read).map((one) => one.id);
  const read = (ids: string[]) => void markRead(ids).then(again, () => null);
  return (
    <Box className="list">
      {unread.length > 0 && (
        <Press className="second" id="read-all" onPress={() => read(unread)}>
          {words.readAll}
        </Press>
      )}
      {data.items.map((message) => (
        <MessageCard key={message.id} message={message} />
      ))}
    </Box>
  );
}

function MessageCard({ message }: { message: Message }) {
  const words = useWords();
  return (
    <Box as="article" className={`card message${message.read ? '' : ' is-unread'}`}>
      <Box className="order-head">
        <Box as="h2" className="order-title">
          {message.title || words.messages.title}
        </Box>
        {!message.read && (
          <Box as="span" className="mark">
            {words.messages.unread}
          </Box>
        )}
      </Box>
      <Box as="p" className="written">
        {message.text}
      </Box>
      <Box className="order-head">
        <Box as="span" className="faint">
          {momentWords(message.at, words)}
        </Box>
        {message.number && (
          <Door
            to={orderPage(message.number)}
            className="more"
            label={`${words.messages.open} ${message.number}`}
          >
            {words.messages.open}
          </Door>
        )}
      </Box>
    </Box>
  );
}

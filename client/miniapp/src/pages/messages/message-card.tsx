import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { Icon } from '../../part/icon';
import type { Message } from '../../query/message';
import { momentWords } from '../../setting/date-words';
import { orderPage } from '../../setting/pages';
import { useWords } from '../../words/use-words';

/** One message, with the way to the report it is about. Opening it counts as having read it. */
export function MessageCard({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const words = useWords();
  return (
    <Box as="article" className={`card message${message.read ? '' : ' is-unread'}`}>
      <Box className="order-head">
        <Box as="h2" className="message-title">
          {words.standing.line(message.title, message.english)}
          {!message.read && (
            <Box as="span" className="mark mark-unread">
              {words.messages.unread}
            </Box>
          )}
        </Box>
        <Box as="span" className="faint">
          {momentWords(message.at, words)}
        </Box>
      </Box>
      <Box as="p" className="written" lang="zh-CN">
        {message.text}
      </Box>
      {message.number && (
        <Door
          to={orderPage(message.number)}
          className="message-go"
          label={`${words.messages.open} ${message.number}`}
          onGo={onOpen}
        >
          {words.messages.open}
          <Icon name="go" />
        </Door>
      )}
    </Box>
  );
}

import { desc } from 'drizzle-orm';
import type { MessageContent, MessageTarget } from '../../shared/notice/message-template';
import type { Db, Tx } from '../db/connect';
import { messageTemplate } from '../db/schema';

/** What holds for one topic instead of the built-in text or the environment's template; null is back to those. */
export interface MessageOverride {
  target: MessageTarget;
  topic: string;
  version: number;
  content: MessageContent | null;
}

/** The newest version of everything that was ever written over. */
export async function readOverrides(db: Db | Tx): Promise<MessageOverride[]> {
  return db
    .selectDistinctOn([messageTemplate.target, messageTemplate.topic], {
      target: messageTemplate.target,
      topic: messageTemplate.topic,
      version: messageTemplate.version,
      content: messageTemplate.content,
    })
    .from(messageTemplate)
    .orderBy(messageTemplate.target, messageTemplate.topic, desc(messageTemplate.version));
}

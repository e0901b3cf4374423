import { ask } from '../request/ask';
import { readSession } from '../setting/session';
import { useAsk } from './use-ask';

export interface Message {
  id: string;
  at: string;
  title: string;
  text: string;
  number: string | null;
  read: boolean;
}
export interface Messages {
  items: Message[];
  next: string | null;
  unread: number;
}

export const useMessages = (signedIn: boolean) =>
  useAsk(signedIn ? 'messages' : null, () =>
    ask<Messages>({ path: '/my/messages', token: readSession()?.token }),
  );

export const markRead = (ids: string[]) =>
  ask<null>({ method: 'POST', path: '/my/messages/read', body: { ids }, token: readSession()?.token });

import { ask } from '../request/ask';
import { readSession } from '../setting/session';
import { useAsk } from './use-ask';

export interface Message {
  id: number;
  at: string;
  title: string;
  english: string;
  text: string;
  number: string | null;
  read: boolean;
}
export interface Messages {
  items: Message[];
  next: string | null;
  unread: number;
}

export const listMessages = (cursor?: string) =>
  ask<Messages>({
    path: `/my/messages${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`,
    token: readSession()?.token,
  });

export const useMessages = (signedIn: boolean) => useAsk(signedIn ? 'messages' : null, () => listMessages());

export const markRead = (ids: number[]) =>
  ask<null>({ method: 'POST', path: '/my/messages/read', body: { ids }, token: readSession()?.token });

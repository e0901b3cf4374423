import { createServer } from 'node:net';
import { listen } from './test-server';

export interface SmtpServer {
  port: number;
  mails: string[];
  close(): Promise<void>;
}

/** Answers to a command instead of the usual ones, e.g. `{ RCPT: '550 5.1.1 no such user' }`; '' says nothing. */
export type SmtpReplies = Record<string, string>;

const usual: Record<string, string> = {
  EHLO: '250-localhost\r\n250-AUTH PLAIN\r\n250 8BITMIME',
  AUTH: '235 2.7.0 ok',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  '.': '250 2.0.0 queued',
  RSET: '250 ok',
  QUIT: '221 bye',
};

/** The part of RFC 5321 that a client sending one mail meets. */
export async function startSmtpServer(
  replies: SmtpReplies = {},
  greeting = '220 localhost',
): Promise<SmtpServer> {
  const mails: string[] = [];
  const server = createServer((socket) => {
    let pending = '';
    let inData = false;
    const say = (text: string | undefined) => {
      if (text === 'cut') socket.destroy();
      else if (text) socket.write(`${text}\r\n`);
    };
    say(greeting);
    socket.on('data', (piece) => {
      pending += piece.toString('utf8');
      for (;;) {
        const end = pending.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = pending.slice(0, end);
        pending = pending.slice(end + (inData ? 5 : 2));
        const command = inData ? '.' : (text.split(/[ :]/)[0] ?? '').toUpperCase();
        if (inData) mails.push(text);
        const reply = replies[command] ?? usual[command] ?? '500 unknown';
        inData = command === 'DATA' && reply.startsWith('354');
        say(reply);
      }
    });
  });
  return { mails, ...(await listen(server)) };
}

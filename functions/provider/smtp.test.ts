import { createServer } from 'node:tls';
import { createSmtpProvider, type SmtpSettings } from './smtp';
import { aMessage } from './testing/a-message';
import { selfSigned } from './testing/self-signed';
import { type SmtpReplies, startSmtpServer } from './testing/smtp-server';
import { listen } from './testing/test-server';

const open: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

const settings = (port: number): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  plain: true,
  user: 'window',
  password: 'example',
  from: '反映窗口 <window@example.cn>',
  timeoutMs: 500,
});

async function aServer(replies: SmtpReplies = {}, greeting?: string) {
  const server = await startSmtpServer(replies, greeting);
  open.push(server);
  return server;
}

const mail = (recipient = 'clerk@example.cn') => aMessage({ recipient, link: 'https://window.example/o/1' });

it('delivers a mail, with the same Message-ID at every try', async () => {
  const server = await aServer();
  const provider = createSmtpProvider(settings(server.port));
  const first = await provider.send(mail());
  const second = await provider.send(mail());
  expect(first).toEqual(second);
  expect(first.providerMessageId).toMatch(/^<[0-9a-f]{32}@example\.cn>$/);
  expect(server.mails[0]).toContain(`Message-ID: ${first.providerMessageId}`);
  expect(server.mails[0]).toContain('To: clerk@example.cn');
  expect(server.mails[0]).toContain('https://window.example/o/1');
});

it('does not let a subject add a header', async () => {
  const server = await aServer();
  await createSmtpProvider(settings(server.port)).send({ ...mail(), subject: 'a\r\nBcc: other@example.cn' });
  expect(server.mails[0]).not.toMatch(/^Bcc:/m);
});

it.each<[string, SmtpReplies, object]>([
  ['no such mailbox', { RCPT: '550 5.1.1 no such user' }, { kind: 'bad-recipient', providerCode: '550' }],
  ['grey-listing', { RCPT: '450 4.2.0 try later' }, { kind: 'throttled', retryable: true }],
  ['a wrong password', { AUTH: '535 5.7.8 no' }, { kind: 'misconfigured', retryable: true }],
  ['going down', { MAIL: '421 4.3.2 shutting down' }, { kind: 'unavailable', retryable: true }],
  ['a refused content', { '.': '554 5.7.1 refused' }, { kind: 'rejected', retryable: false }],
  ['a full queue', { '.': '452 4.3.1 full' }, { kind: 'throttled' }],
  ['a hang', { MAIL: '' }, { kind: 'timeout', retryable: true }],
  ['a cut connection', { DATA: 'cut' }, { kind: 'unavailable', retryable: true }],
])('understands %s', async (_title, replies, expected) => {
  const provider = createSmtpProvider(
    settings((await aServer({ EHLO: '250-localhost\r\n250 AUTH PLAIN', ...replies })).port),
  );
  const problem = await provider.send(mail()).catch((failure) => failure);
  expect(problem).toMatchObject(expected);
  expect(String(problem)).not.toContain('clerk');
});

it('gives up on a server that does not greet', async () => {
  const server = await aServer({}, '');
  await expect(createSmtpProvider(settings(server.port)).send(mail())).rejects.toMatchObject({
    kind: 'timeout',
  });
});

it('sends nothing in the clear unless told so', async () => {
  const server = await aServer();
  const provider = createSmtpProvider({ ...settings(server.port), plain: false });
  await expect(provider.send(mail())).rejects.toMatchObject({ kind: 'unavailable' });
  expect(server.mails).toHaveLength(0);
});

it('refuses a certificate nobody vouches for', async () => {
  const server = await listen(createServer(selfSigned(), (socket) => socket.write('220 localhost\r\n')));
  open.push(server);
  const provider = createSmtpProvider({ ...settings(server.port), plain: false, secure: true });
  await expect(provider.send(mail())).rejects.toMatchObject({ kind: 'unavailable' });
});

it.each(['clerk', 'a@b', 'a@example.cn, b@example.cn', 'a@example.cn\r\nRCPT TO:<b@example.cn>'])(
  'refuses the address %j',
  async (recipient) => {
    const server = await aServer();
    await expect(createSmtpProvider(settings(server.port)).send(mail(recipient))).rejects.toMatchObject({
      kind: 'bad-recipient',
    });
  },
);

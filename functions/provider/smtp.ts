import { createHash } from 'node:crypto';
import { codeOf, withinDeadline } from './network-error';
import type { MessageProvider, ProviderMessage } from './provider';
import { ProviderError } from './provider-error';
import type { Mail, SmtpTransport } from './smtp-transport';

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (465); otherwise STARTTLS is demanded unless `plain`. */
  secure: boolean;
  /** Only for a relay on the same machine. */
  plain?: boolean;
  user?: string;
  password?: string;
  /** e.g. `“办不成事”反映窗口 <window@example.gov.cn>`. */
  from: string;
  timeoutMs?: number;
  ca?: string;
}

const address = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/;

/** E-mail by SMTP; every try of one message carries the same Message-ID, by which mail servers drop a second copy. */
export function createSmtpProvider(settings: SmtpSettings): MessageProvider {
  const timeoutMs = settings.timeoutMs ?? 15_000;
  let transport: Promise<SmtpTransport> | undefined;
  const load = () =>
    import('./smtp-transport').then(({ smtpTransport }) => smtpTransport(settings, timeoutMs));
  return {
    id: 'email',
    async send(message) {
      if (!address.test(message.recipient))
        throw new ProviderError('bad-recipient', { providerCode: 'mail_address' });
      transport ??= load();
      const { sendMail } = await transport;
      const sent = await withinDeadline(timeoutMs, () => sendMail(mailOf(settings.from, message)), smtpError);
      return { providerMessageId: sent.messageId };
    },
  };
}

function mailOf(from: string, message: ProviderMessage): Mail {
  const link = message.link && /^https?:/i.test(message.link) ? `\n\n${message.link}` : '';
  const key = createHash('sha256').update(message.idempotencyKey).digest('hex').slice(0, 32);
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: message.recipient,
    subject: message.subject ?? message.text.slice(0, 40),
    text: `${message.text}${link}\n`,
    messageId: `<${key}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** nodemailer names the stage (`command`) and keeps the server's three digits (RFC 5321 section 4.2). */
function smtpError(problem: unknown): ProviderError | undefined {
  const code = codeOf(problem);
  const status = numberOf(problem, 'responseCode');
  if (code === 'EAUTH') return new ProviderError('misconfigured', { providerCode: status ?? code });
  if (code === 'ETIMEDOUT') return new ProviderError('timeout', { providerCode: code });
  if (status === undefined || code === 'ETLS') return undefined;
  if (status === 421) return new ProviderError('unavailable', { providerCode: status });
  if (status >= 400 && status < 500) return new ProviderError('throttled', { providerCode: status });
  if (code === 'EENVELOPE' && isRcpt(problem))
    return new ProviderError('bad-recipient', { providerCode: status });
  return new ProviderError('rejected', { providerCode: status });
}

function numberOf(problem: unknown, field: 'responseCode'): number | undefined {
  if (typeof problem !== 'object' || problem === null || !(field in problem)) return undefined;
  const value: unknown = Reflect.get(problem, field);
  return typeof value === 'number' ? value : undefined;
}

function isRcpt(problem: unknown): boolean {
  return (
    typeof problem === 'object' && problem !== null && 'command' in problem && problem.command === 'RCPT TO'
  );
}

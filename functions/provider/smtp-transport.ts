import { createTransport } from 'nodemailer';
import type { SmtpSettings } from './smtp';

export interface Mail {
  from: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
}

export interface SmtpTransport {
  sendMail(mail: Mail): Promise<{ messageId: string }>;
}

/** nodemailer with these settings; apart from its caller, so that it is loaded only when needed. */
export function smtpTransport(settings: SmtpSettings, timeoutMs: number): SmtpTransport {
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    ignoreTLS: settings.plain ?? false,
    requireTLS: !settings.secure && !settings.plain,
    auth: settings.user ? { user: settings.user, pass: settings.password ?? '' } : undefined,
    tls: { ca: settings.ca, minVersion: 'TLSv1.2' },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { sendMail: (mail) => transport.sendMail(mail) };
}

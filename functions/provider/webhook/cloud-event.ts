import type { Instant } from '../../../shared/sla/instant';
import type { ProviderMessage } from '../provider';

export interface CloudEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  time: string;
  datacontenttype: 'application/json';
  subject?: string;
  data: Record<string, string>;
}

/** The message as a CloudEvents 1.0 event; `id` stays the same at every try, so that the partner can drop a copy. */
export function cloudEvent(message: ProviderMessage, source: string, now: Instant): CloudEvent {
  return {
    specversion: '1.0',
    id: message.idempotencyKey,
    source,
    type: message.template,
    time: shanghaiTime(message.occurredAt ?? now),
    datacontenttype: 'application/json',
    ...(message.subject && { subject: message.subject }),
    data: { ...message.params, text: message.text, ...(message.link && { link: message.link }) },
  };
}

const eightHoursMs = 8 * 60 * 60_000;

function shanghaiTime(at: Instant): string {
  return new Date(at + eightHoursMs).toISOString().replace('Z', '+08:00');
}

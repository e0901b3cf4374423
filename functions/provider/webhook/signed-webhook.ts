import type { Instant } from '../../../shared/sla/instant';
import { call, statusError } from '../call';
import { withinDeadline } from '../network-error';
import type { MessageProvider } from '../provider';
import { ProviderError } from '../provider-error';
import { signedBody } from '../signed-body';
import { cloudEvent } from './cloud-event';
import { pinnedLookup, type Resolve } from './pinned-lookup';
import { allowedNetworks, isPublicAddress } from './public-address';

export interface WebhookEndpoint {
  url: string;
  secret: string;
}

export interface WebhookSettings {
  /** CloudEvents `source`, the address of this window. */
  source: string;
  now: () => Instant;
  /** The endpoint of the partner with this id; null when there is none (any more). */
  endpointOf: (partner: string) => Promise<WebhookEndpoint | null>;
  /** Private networks a partner may sit in, as `10.1.0.0/16`; none unless told. */
  allowedNetworks?: readonly string[];
  allowHttp?: boolean;
  resolve?: Resolve;
  timeoutMs?: number;
  ca?: string;
}

/**
 * Events to partner systems: CloudEvents 1.0 in JSON structured mode, signed by HMAC (see `signedBody`). Only to public
 * addresses or allowed networks, checked on the address really connected to; redirects are not followed.
 */
export function createWebhookProvider(settings: WebhookSettings): MessageProvider {
  const inAllowedNetwork = allowedNetworks(settings.allowedNetworks ?? []);
  const allowed = (address: string) => isPublicAddress(address) || inAllowedNetwork(address);
  const timeoutMs = settings.timeoutMs ?? 8000;
  return {
    id: 'webhook',
    dropsRepeats: true,
    async send(message) {
      const endpoint = await settings.endpointOf(message.recipient);
      if (!endpoint) throw new ProviderError('bad-recipient', { providerCode: 'partner_unknown' });
      const url = webhookAddress(endpoint.url, settings.allowHttp ?? false);
      const lookup = await withinDeadline(
        timeoutMs,
        () => pinnedLookup(url.hostname, allowed, settings.resolve),
        () => undefined,
      );
      const body = JSON.stringify(cloudEvent(message, settings.source, settings.now()));
      const answer = await call({
        url,
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          ...signedBody(endpoint.secret, settings.now(), message.idempotencyKey, body),
        },
        lookup,
        timeoutMs,
        statusOnly: true,
        ca: settings.ca,
      });
      const failed = statusError(answer);
      if (failed) throw failed;
      return {};
    },
  };
}

function webhookAddress(address: string, allowHttp: boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const secure = url?.protocol === 'https:' || (allowHttp && url?.protocol === 'http:');
  if (url && secure && !url.username && !url.password) return url;
  throw new ProviderError('misconfigured', { providerCode: 'bad_url', retryable: false });
}

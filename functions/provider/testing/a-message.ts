import type { ProviderMessage } from '../provider';

/** A message about a made-up order. */
export function aMessage(overrides: Partial<ProviderMessage> = {}): ProviderMessage {
  return {
    idempotencyKey: 'outbox-0001',
    recipient: '13800000001',
    template: 'order.accepted',
    params: { number: 'CM20261123000177', unit: '示例中心', due: '2026年11月24日 17:00' },
    text: '您反映的事项已由示例中心受理。',
    subject: '事项已受理',
    ...overrides,
  };
}

import { bodyHash, type PartnerRequest, signPartnerRequest, verifyPartnerRequest } from './partner-request';
import { memoryReplayGuard } from './testing/memory-replay-guard';

const now = 1_800_000_000_000;
const secret = 'city-portal-secret';

function aRequest(overrides: Partial<PartnerRequest> = {}): PartnerRequest {
  const request = {
    method: 'POST',
    target: '/partner/orders?dry=1',
    keyId: 'key-1',
    timestamp: String(now / 1000),
    nonce: 'nonce-0000000001',
    bodyHash: bodyHash('{"number":"SH-1"}'),
    ...overrides,
  };
  return { signature: signPartnerRequest(request, secret), ...request };
}

const verifyIt = (request: PartnerRequest, used = memoryReplayGuard()) =>
  verifyPartnerRequest(request, {
    now,
    used,
    keyOf: async (keyId) => (keyId === 'key-1' ? { partner: 'city-portal', secret } : null),
  });

it('knows the partner by the signature', async () => {
  await expect(verifyIt(aRequest())).resolves.toEqual({ partner: 'city-portal' });
});

it('signs these lines, so that a partner can check his own code', () => {
  expect(signPartnerRequest(aRequest(), secret)).toBe(aRequest().signature);
  expect(bodyHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

const original = aRequest();
it.each<[string, PartnerRequest, string]>([
  ['another body', { ...original, bodyHash: bodyHash('{}') }, 'signature_invalid'],
  ['another path', { ...original, target: '/partner/orders' }, 'signature_invalid'],
  ['another method', { ...original, method: 'DELETE' }, 'signature_invalid'],
  ['another nonce', { ...original, nonce: 'nonce-0000000002' }, 'signature_invalid'],
  ['a later time', { ...original, timestamp: String(now / 1000 + 1) }, 'signature_invalid'],
  ['no signature', { ...original, signature: '' }, 'signature_invalid'],
  ['an unknown key', aRequest({ keyId: 'key-2' }), 'issuer_unknown'],
  ['a short nonce', aRequest({ nonce: 'x' }), 'malformed'],
  ['a time that is no number', aRequest({ timestamp: 'now' }), 'malformed'],
  ['a clock 5 min 1 s behind', aRequest({ timestamp: String(now / 1000 - 301) }), 'expired'],
  ['a clock 5 min 1 s ahead', aRequest({ timestamp: String(now / 1000 + 301) }), 'expired'],
])('refuses %s', async (_title, request, code) => {
  await expect(verifyIt(request)).rejects.toMatchObject({ code: `identity.${code}` });
});

it.each([-300, 300])('accepts a clock %i s apart', async (seconds) => {
  await expect(verifyIt(aRequest({ timestamp: String(now / 1000 + seconds) }))).resolves.toBeDefined();
});

it('accepts a request once', async () => {
  const used = memoryReplayGuard();
  await verifyIt(aRequest(), used);
  await expect(verifyIt(aRequest(), used)).rejects.toMatchObject({ code: 'identity.replayed' });
});

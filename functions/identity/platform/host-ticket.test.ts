import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { type TicketHost, verifyHostTicket } from './host-ticket';
import { memoryReplayGuard } from './testing/memory-replay-guard';

const now = 1_800_000_000_000;
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const publicPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
const secret = 'a shared secret of more than 32 bytes';
const hosts: TicketHost[] = [
  { id: 'suishenban', alg: 'ES256', key: publicPem, audience: 'window' },
  { id: 'enterprise-cloud', alg: 'HS256', key: secret, audience: 'window' },
];
const person = { name: '示例市民', maskedPhone: '138****0001', level: 3 };
const company = {
  enterprise: { name: '示例企业有限公司', creditCode: '91310151MA00000000' },
  operator: '示例经办人',
};

interface Made {
  alg?: string;
  key?: Parameters<SignJWT['sign']>[0];
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  issuedAt?: number;
  lifeSeconds?: number;
  jti?: string;
}

function ticket(made: Made = {}) {
  const issuedAt = made.issuedAt ?? now / 1000;
  return new SignJWT({ sub: 'user-1', jti: made.jti ?? randomUUID(), ...(made.claims ?? person) })
    .setProtectedHeader({ alg: made.alg ?? 'ES256' })
    .setIssuer(made.issuer ?? 'suishenban')
    .setAudience(made.audience ?? 'window')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (made.lifeSeconds ?? 60))
    .sign(made.key ?? privateKey);
}
const verifyIt = (token: string, used = memoryReplayGuard()) => verifyHostTicket(token, { hosts, now, used });

it('reads what 随申办 says of a person', async () => {
  await expect(verifyIt(await ticket())).resolves.toEqual({
    host: 'suishenban',
    subject: 'user-1',
    name: '示例市民',
    maskedPhone: '138****0001',
    level: '3',
  });
});

it('reads what 企业云 says of an enterprise', async () => {
  const token = await ticket({
    alg: 'HS256',
    key: Buffer.from(secret),
    issuer: 'enterprise-cloud',
    claims: company,
  });
  await expect(verifyIt(token)).resolves.toEqual({ host: 'enterprise-cloud', subject: 'user-1', ...company });
});

it.each<[string, Made, string]>([
  ['from nobody we know', { issuer: 'someone' }, 'issuer_unknown'],
  ['signed by a stranger', { key: stranger }, 'signature_invalid'],
  [
    'signed with the public key as a secret',
    { alg: 'HS256', key: Buffer.from(publicPem) },
    'signature_invalid',
  ],
  ['for another window', { audience: 'other' }, 'signature_invalid'],
  ['that has run out', { issuedAt: now / 1000 - 120 }, 'expired'],
  ['that lives too long', { lifeSeconds: 301 }, 'expired'],
  ['from the future', { issuedAt: now / 1000 + 60 }, 'expired'],
  ['without a subject', { claims: { sub: '' } }, 'malformed'],
  ['whose phone is not masked text', { claims: { maskedPhone: '<script>' } }, 'malformed'],
  ['with an odd credit code', { claims: { enterprise: { name: '示例', creditCode: '1' } } }, 'malformed'],
])('refuses a ticket %s', async (_title, made, code) => {
  await expect(verifyIt(await ticket(made))).rejects.toMatchObject({ code: `identity.${code}` });
});

it.each(['', 'a.b.c', 'not a ticket'])('refuses %j', async (token) => {
  await expect(verifyIt(token)).rejects.toMatchObject({ code: 'identity.issuer_unknown' });
});

it('refuses a ticket whose algorithm is none', async () => {
  const parts = (await ticket()).split('.');
  const header = Buffer.from('{"alg":"none"}').toString('base64url');
  await expect(verifyIt(`${header}.${parts[1]}.`)).rejects.toMatchObject({
    code: 'identity.signature_invalid',
  });
});

it('lets a ticket in once, and a forged one does not use it up', async () => {
  const used = memoryReplayGuard();
  const jti = randomUUID();
  const forged = await ticket({ jti, key: stranger });
  const token = await ticket({ jti });
  await expect(verifyIt(forged, used)).rejects.toThrow('signature_invalid');
  await expect(verifyIt(token, used)).resolves.toMatchObject({ subject: 'user-1' });
  await expect(verifyIt(token, used)).rejects.toMatchObject({ code: 'identity.replayed' });
});

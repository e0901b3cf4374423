import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { AlipayApp } from '../alipay/alipay-gateway';
import { type Reply, startTestServer } from './test-server';

/** The business answer, signed by the gateway; or one that is not signed, badly signed, or no answer. */
export type AlipayReply =
  | Record<string, unknown>
  | { unsigned: Record<string, unknown> }
  | { forged: Record<string, unknown> }
  | { http: Reply };

interface AlipayCallSeen {
  method: string;
  /** The signature over all parameters in order of their names was right. */
  signed: boolean;
  params: Record<string, string>;
  content: unknown;
}

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [ours, theirs, strangers] = [keyPair(), keyPair(), keyPair()];

/** openapi.alipay.com as documented: RSA2 both ways (opendocs.alipay.com/common/02khjm, 02mse7). */
export async function startAlipay(answer: (call: AlipayCallSeen) => AlipayReply) {
  const calls: AlipayCallSeen[] = [];
  const server = await startTestServer(({ query, body }) => {
    const { sign: signature = '', ...params } = Object.fromEntries([...query, ...new URLSearchParams(body)]);
    const text = Object.keys(params)
      .sort()
      .map((name) => `${name}=${params[name]}`)
      .join('&');
    const signed = verify('RSA-SHA256', Buffer.from(text), ours.publicKey, Buffer.from(signature, 'base64'));
    const method = params.method ?? '';
    const call = { method, signed, params, content: JSON.parse(params.biz_content ?? 'null') };
    calls.push(call);
    const reply = answer(call);
    if ('http' in reply) return reply.http as Reply;
    if ('unsigned' in reply) return { body: reply.unsigned };
    const key = 'forged' in reply ? strangers.privateKey : theirs.privateKey;
    const business = JSON.stringify('forged' in reply ? reply.forged : reply);
    const seal = sign('RSA-SHA256', Buffer.from(business), key).toString('base64');
    return { body: `{"${method.replaceAll('.', '_')}_response":${business},"sign":"${seal}"}` };
  });
  const app: AlipayApp = {
    appId: 'app-example',
    privateKey: ours.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    alipayPublicKey: theirs.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    gateway: `${server.url}/gateway.do`,
    timeoutMs: 500,
  };
  return { app, calls, signingKey: theirs.privateKey, close: server.close };
}

import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { selfSigned } from './self-signed';

export interface SeenRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  json: Record<string, unknown>;
}

/** `'hang'` never answers, `'cut'` closes the connection, `'drip'` starts an answer and never ends it. */
export type Reply =
  | 'hang'
  | 'cut'
  | 'drip'
  | { status?: number; headers?: Record<string, string>; body: unknown };

export interface TestServer {
  url: string;
  port: number;
  /** PEM to trust; only of a secure server. */
  ca: string;
  requests: SeenRequest[];
  close(): Promise<void>;
}

export type Behaviour = (request: SeenRequest) => Reply | Promise<Reply>;

/** Another party's server, as small as its documentation allows, on a free port of this machine. */
export async function startTestServer(behaviour: Behaviour, secure = false): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  const listener: RequestListener = (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', async () => {
      const url = new URL(incoming.url ?? '/', 'http://localhost');
      const body = Buffer.concat(pieces).toString('utf8');
      const seen: SeenRequest = {
        method: incoming.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body,
        json: jsonOf(body),
      };
      requests.push(seen);
      const reply = await behaviour(seen);
      if (reply === 'hang') return;
      if (reply === 'cut') return void incoming.socket.destroy();
      if (reply === 'drip') return void outgoing.writeHead(200).write('{"errcode":');
      outgoing.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      outgoing.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    });
  };
  const identity = secure ? selfSigned() : { key: '', cert: '' };
  const server = secure ? createSecureServer(identity, listener) : createServer(listener);
  const { port, close } = await listen(server);
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    ca: identity.cert,
    requests,
    close,
  };
}

/** Listens on a free local port; `close` ends open connections too. */
export async function listen(server: Server): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port, close };
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

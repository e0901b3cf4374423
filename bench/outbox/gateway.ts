import { createServer } from 'node:http';

export interface Gateway {
  url: string;
  /** How often each message arrived. */
  seen: Map<string, number>;
  stop(): void;
}

/** An SMS gateway that answers 503 to `failing` of its calls and never to `hanging` of them. */
export function startGateway({ failing = 0, hanging = 0, delayMs = 0 }): Promise<Gateway> {
  const seen = new Map<string, number>();
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      const luck = Math.random();
      if (luck < hanging) return;
      if (luck < hanging + failing) {
        answer.writeHead(503).end();
        return;
      }
      const { id } = JSON.parse(body) as { id: string };
      seen.set(id, (seen.get(id) ?? 0) + 1);
      answer.setHeader('content-type', 'application/json');
      setTimeout(() => answer.end(JSON.stringify({ id })), delayMs);
    });
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      done({
        url: `http://127.0.0.1:${port}/`,
        seen,
        stop: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

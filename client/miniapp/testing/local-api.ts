import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anOrder, anOrderCard, aReceipt, aResolvedOrder } from './sample';

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  headers: IncomingMessage['headers'];
}
interface Answer {
  status?: number;
  body?: unknown;
}
type Answers = Record<string, (asked: Asked) => Answer | Promise<Answer>>;

const reporter = { id: 'r1', kind: 'person', name: '示例居民', phone: '138****0001' };
export const aSession = { token: 'account-token', expiresAt: '2027-11-24T00:00:00+08:00', reporter };

const centres = ['示例区政务服务中心', '示例城桥镇社区事务受理中心', '示例堡镇社区事务受理中心'].map(
  (name, index) => ({
    id: `00000000-0000-4000-8000-00000000000${index + 1}`,
    name,
    address: `示例路 ${index + 1} 号`,
    phone: `021-0000000${index + 1}`,
    hours: '周一至周五 9:00–17:00',
    town: '城桥镇',
  }),
);

const matter = (n: number, name: string, department: string) => ({
  id: `10000000-0000-4000-8000-00000000000${n}`,
  code: `M${n}`,
  name,
  department,
  initials: 'sl',
  pinyin: 'shili',
});
const matters = [
  matter(1, '社会保险登记', '示例人社局'),
  matter(2, '居住证办理', '示例公安分局'),
  matter(3, '食品经营许可', '示例市场监管局'),
];

const message = (n: number, title: string, text: string, read: boolean) => ({
  id: `m${n}`,
  at: `2026-11-2${n}T10:02:00+08:00`,
  title,
  text,
  number: 'CM20261123000177',
  read,
});

/** What a healthy service says. Keys are `METHOD /path` below `/api`. */
export const healthy: Answers = {
  'GET /public/home': () => ({
    body: {
      title: '“办不成事”反映窗口',
      accepted: [
        '线上线下申请后没有被受理、没有通过、没有办完的',
        '在政务服务中心没能办成、没能解决的',
        '办事中遇到的其他困难',
      ],
      notAccepted: ['法律法规或文件明确不能办的', '已进入诉讼、仲裁、信访程序的', '个人之间的民事纠纷'],
      centres,
      goodPractices: [{ title: '一次告知清单', text: '示例人社局把材料清单缩到一页，少跑一趟。' }],
      demonstration: true,
    },
  }),
  'GET /public/practices': () => ({
    body: {
      items: [
        {
          title: '一次告知清单',
          problem: '材料分几次告知，多跑好几趟。',
          approach: '把材料清单缩到一页，窗口贴出样张。',
          effect: '同样的诉求没有再发生。',
          unit: '示例人社局',
        },
      ],
      next: null,
    },
  }),
  'GET /public/matters': () => ({ body: { items: matters } }),
  'GET /public/places': () => ({
    body: {
      halls: centres.map(({ id, name, address, town }) => ({ id, name, address, town, kind: 'centre' })),
      towns: [
        { code: '310151101', name: '城桥镇' },
        { code: '310151102', name: '堡镇' },
      ],
    },
  }),
  'POST /reporter/sms-codes': () => ({ status: 204 }),
  'POST /reporter/sessions': () => ({ body: aSession }),
  'POST /orders': () => ({ status: 201, body: aReceipt() }),
  'POST /orders/similar': () => ({ body: { items: [] } }),
  'POST /lookups': () => ({ body: { token: 'order-token', number: 'CM20261123000177' } }),
  'GET /my/orders': () => ({
    body: {
      items: [anOrderCard(), { ...aResolvedOrder(), number: 'CM20261120000132', matter: '居住证办理' }],
      next: null,
    },
  }),
  'GET /my/messages': () => ({
    body: {
      items: [
        message(3, '已接单', '示例人社局已接单，将在 11 月 24 日 17:00 前与您联系。', false),
        message(2, '已收到您的反映', '编号 CM20261123000177。', true),
      ],
      next: null,
      unread: 1,
    },
  }),
  'POST /my/messages/read': () => ({ status: 204 }),
  'GET /orders/CM20261123000177': () => ({ body: anOrder() }),
  'GET /orders/CM20261120000132': () => ({ body: aResolvedOrder({ number: 'CM20261120000132' }) }),
  'POST /orders/CM20261120000132/evaluate': () => ({
    body: aResolvedOrder({ number: 'CM20261120000132', commands: [] }),
  }),
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
};

const problem = (status: number, code: string, title: string) => ({
  status,
  body: { type: 'about:blank', title, status, code },
});

/** A small real server that answers as the API does; `answers` replaces or adds to the healthy ones. */
export async function startLocalApi(
  answers: Answers = {},
  otherwise?: (path: string, response: ServerResponse) => void,
) {
  const asked: Asked[] = [];
  const all = { ...healthy, ...answers };
  const server: Server = createServer((request, response) => {
    const answer = async () => {
      const url = new URL(request.url ?? '/', 'http://local');
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      response.setHeader('access-control-allow-methods', '*');
      if (request.method === 'OPTIONS') return response.writeHead(204).end();
      if (!url.pathname.startsWith('/api/') && otherwise) return otherwise(url.pathname, response);
      const path = url.pathname.replace(/^\/api/, '');
      const one = {
        method: request.method ?? 'GET',
        path,
        body: await bodyOf(request),
        headers: request.headers,
      };
      asked.push(one);
      const given = await (all[`${one.method} ${path}`]?.(one) ?? problem(404, 'http.404', '没有找到。'));
      response.writeHead(given.status ?? 200, {
        'content-type': (given.status ?? 200) >= 400 ? 'application/problem+json' : 'application/json',
      });
      return response.end(given.body === undefined ? undefined : JSON.stringify(given.body));
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    problem,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}

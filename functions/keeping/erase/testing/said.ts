import { randomInt } from 'node:crypto';
import sharp from 'sharp';
import { canonicalJson } from '../../../audit/hash';
import type { TestWorld } from '../../../testing/database';
import { aReport, type Caller, matterId, reporter, staff } from '../../../testing/people';
import { sendPicture } from '../../../testing/send-picture';

/** Everything one reporter said and sent, each word of it found nowhere else; the story's come first. */
export interface Said {
  number: string;
  name: string;
  phone: string;
  words: string[];
  queryCode: string;
  /** The body that was sent, in its one spelling. */
  sent: string;
  /** A piece of the photo as it is kept. */
  photo: Buffer;
}

export async function must(
  answer: Promise<{ status: number; body: Record<string, unknown> }>,
): Promise<Record<string, unknown>> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}
async function run(who: Caller, number: string, command: string, input: object): Promise<void> {
  const { version } = await must(who.call('GET', `/orders/${number}`));
  await must(who.call('POST', `/orders/${number}/${command}`, { version, ...input }));
}
const say = (who: Caller, number: string, command: string, input: object) =>
  must(who.call('POST', `/orders/${number}/${command}`, input));

/** A picture like no other. */
function noise(): Promise<Buffer> {
  const raw = Buffer.from(Array.from({ length: 64 * 64 * 3 }, () => randomInt(256)));
  return sharp(raw, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer();
}
async function keptPhoto(world: TestWorld, number: string): Promise<Buffer> {
  const { rows } = await world.owner.query<{ key: string }>(
    'select object_key as key from file where order_id = (select id from "order" where number = $1)',
    [number],
  );
  const bytes = await world.deps.store.get(rows[0]?.key ?? '');
  return bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 48);
}

const tails = ['经过：材料交了三次', '电话记录', '查明', '答复', '回访'];
const phraseOf = (mark: string) => (tail: string) => `${mark}只在这一处出现过的${tail}`;

async function handle(
  world: TestWorld,
  number: string,
  [, note, found, done, last]: string[],
): Promise<void> {
  const handler = await staff(world, 'renshe1');
  await run(handler, number, 'accept', {});
  await run(handler, number, 'contact', { result: 'reached', means: 'phone', note });
  await run(handler, number, 'classify', { complexity: 'simple' });
  const reply = { found, done, rule: '社会保险登记规定', result: 'solved', cause: 'unclear-guide' };
  await run(handler, number, 'resolve', reply);
  const callback = { result: 'solved', satisfaction: 5, note: last };
  await say(await staff(world, 'renshe2'), number, 'unit-callback', callback);
}

/** An enterprise with an account tells, sends, adds, urges, is answered and evaluates. */
export async function wholeLife(world: TestWorld, phone: string, mark: string) {
  const who = await reporter(world, phone);
  const phrase = phraseOf(mark);
  const name = `示例${mark}某`;
  const body = aReport(
    { reporter: { kind: 'enterprise', name, phone, enterpriseName: phrase('示例企业') } },
    {
      matterId: await matterId(world, '社会保险登记'),
      matterText: phrase('事项'),
      story: phrase(tails[0] ?? ''),
      files: [await sendPicture(world, who, await noise())],
    },
  );
  const sent = await must(who.call('POST', '/orders', body));
  const number = String(sent.number);
  await say(who, number, 'supplement', { text: phrase('补充'), files: [] });
  await say(who, number, 'urge', { note: phrase('催办') });
  await handle(world, number, tails.map(phrase));
  const judged = { solved: true, satisfaction: 5, comment: phrase('评价'), files: [] };
  await say(who, number, 'evaluate', judged);
  const words = [...tails, '事项', '补充', '催办', '评价', '示例企业'].map(phrase);
  const said: Said = {
    number,
    name,
    phone,
    words,
    queryCode: String(sent.queryCode),
    sent: canonicalJson(JSON.parse(JSON.stringify(body))),
    photo: await keptPhoto(world, number),
  };
  return { said, who };
}

/** Somebody without an account, registered at the window for another; nobody ever evaluates. */
export async function visit(world: TestWorld, phone: string, mark: string): Promise<Said> {
  const clerk = await staff(world, 'chuangkou');
  const phrase = phraseOf(mark);
  const name = `示例${mark}某`;
  const onBehalfOf = `示例${mark}母亲`;
  const body = {
    channel: 'window',
    reporter: { kind: 'person', name, phone, onBehalfOf },
    report: {
      matterId: await matterId(world, '社会保险登记'),
      stage: 'other',
      story: phrase(tails[0] ?? ''),
      files: [await sendPicture(world, clerk, await noise())],
    },
    outcome: 'route',
  };
  const sent = await must(clerk.call('POST', '/desk/orders', body));
  const number = String(sent.number);
  const words = [...tails.map(phrase), onBehalfOf];
  await handle(world, number, words);
  const photo = await keptPhoto(world, number);
  return { number, name, phone, words, queryCode: String(sent.queryCode), sent: canonicalJson(body), photo };
}

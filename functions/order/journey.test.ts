import pg from 'pg';
import { fromIso } from '../../shared/sla/instant';
import { takeSystemSteps } from '../jobs/take-system-steps';
import { aReport, insurance, labour, labourMatter, type Submitted, submit } from '../testing/an-order';
import { asReporter, asStaff, type Caller } from '../testing/caller';
import { startTestServer, type TestServer } from '../testing/test-server';
import { uploadPhoto } from '../testing/upload';

jest.setTimeout(120_000);

const reply = {
  found: '登记信息没有同步到市里的系统',
  done: '已与医保部门核对并补录',
  rule: '社会保险登记管理办法',
  result: 'solved',
  cause: 'data-not-shared',
  files: [],
};

interface View {
  version: number;
  state: string;
  round: number;
  lead: { id: string } | null;
  clocks: { kind: string; dueAt: string; running: boolean; outcome: string | null }[];
  assists: { id: string; state: string }[];
  files: { kind: string; url: string }[];
  timeline: { kind: string; title: string; at: string; internal: boolean; seq: number }[];
  evaluation: { satisfaction: number } | null;
  reply: { found: string } | null;
}

describe('one report, all the way', () => {
  let server: TestServer;
  let reporter: Caller;
  let people: Record<'handler' | 'deputy' | 'assistant' | 'dispatcher' | 'supervisor' | 'inspector', Caller>;
  let receipt: Submitted;

  /** Does a command with the version just read, and expects it to be taken. */
  async function run(by: Caller, command: string, body: Record<string, unknown> = {}, versioned = true) {
    const seen = (await by.get(`/orders/${receipt.number}`)).body as unknown as View;
    const input = versioned ? { version: seen.version, ...body } : body;
    const answer = await by.post(`/orders/${receipt.number}/${command}`, input);
    expect({ command, status: answer.status, problem: answer.status === 200 ? null : answer.body }).toEqual({
      command,
      status: 200,
      problem: null,
    });
    return answer.body as unknown as View;
  }

  const goTo = async (at: string) => {
    server.clock.now = fromIso(`${at}+08:00`);
    people = {
      handler: await asStaff(server, 'renshe1'),
      deputy: await asStaff(server, 'renshe2'),
      assistant: await asStaff(server, 'yibao1'),
      dispatcher: await asStaff(server, 'paidan'),
      supervisor: await asStaff(server, 'duban'),
      inspector: await asStaff(server, 'jiancha'),
    };
  };

  beforeAll(async () => {
    server = await startTestServer();
    await goTo('2026-11-18T09:30:00');
    reporter = await asReporter(server, '13800000001');
  });
  afterAll(() => server.close());

  it('takes two photos and the report, and hands it to the right unit by rule', async () => {
    const jpeg = await uploadPhoto(server, reporter, 'Landscape_9.jpg', 'image/jpeg');
    const heic = await uploadPhoto(server, reporter, 'heic-iphone7.heic', 'image/heic');
    const matterId = await labourMatter(reporter);
    receipt = await submit(reporter, aReport('13800000001', { matterId, files: [jpeg, heic] }));
    expect(receipt).toMatchObject({ state: 'dispatched', version: 1 });
    const view = (await reporter.get(`/orders/${receipt.number}`)).body as unknown as View;
    expect(view.files.map((file) => file.kind)).toEqual(['picture', 'picture']);
    const picture = await server.app.request(view.files[0]?.url ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const queue = await people.handler.get('/desk/orders?queue=mine-to-accept');
    expect((queue.body.items as { number: string }[]).map((item) => item.number)).toEqual([receipt.number]);
  });

  it('starts the 1-3-5 clocks at acceptance, as the worked example of spec 3 says', async () => {
    const view = await run(people.handler, 'accept');
    expect(view).toMatchObject({ state: 'handling', lead: { id: labour } });
    const due = Object.fromEntries(
      view.clocks.filter((clock) => clock.running).map((clock) => [clock.kind, clock.dueAt]),
    );
    expect(due).toEqual({ contact: '2026-11-19T17:00:00.000+08:00', resolve: '2026-11-23T17:00:00.000+08:00' });
  });

  it('is contacted, classified and assisted by a second unit', async () => {
    await run(people.handler, 'contact', { result: 'reached', means: 'phone' });
    const complex = await run(people.handler, 'classify', { complexity: 'complex', reason: '涉及两个部门' });
    expect(complex.clocks.find((clock) => clock.kind === 'resolve')?.dueAt).toMatch(/^2026-11-25T17:00/);
    await goTo('2026-11-18T10:30:00');
    const asked = await run(people.handler, 'assist', {
      unitId: insurance,
      request: '请核对参保记录',
      dueOn: '2026-11-19',
      files: [],
    });
    const early = await people.handler.post(`/orders/${receipt.number}/resolve`, {
      version: asked.version,
      ...reply,
    });
    expect(early.status).toBe(409);
    const assistId = asked.assists[0]?.id;
    await run(people.assistant, 'assist-reply', { assistId, reply: '参保记录已核对，信息无误', files: [] }, false);
  });

  it('is resolved, called back by another person, and evaluated "not solved"', async () => {
    await goTo('2026-11-19T14:00:00');
    await run(people.handler, 'resolve', reply);
    const same = await people.handler.post(`/orders/${receipt.number}/unit-callback`, { result: 'solved' });
    expect(same.status).toBeGreaterThanOrEqual(400);
    await run(people.deputy, 'unit-callback', { result: 'solved', satisfaction: 4 }, false);
    const view = await run(reporter, 'evaluate', { solved: false, satisfaction: 1, tags: [], files: [] }, false);
    expect(view.evaluation).toMatchObject({ satisfaction: 1 });
    await takeSystemSteps(server.deps);
    const after = (await reporter.get(`/orders/${receipt.number}`)).body as unknown as View;
    expect(after.state).toBe('resolved');
  });

  it('is found unresolved by the district and supervised', async () => {
    await goTo('2026-11-20T09:30:00');
    await run(people.dispatcher, 'district-callback', { result: 'unresolved', note: '仍查不到登记' }, false);
    const view = await run(people.supervisor, 'supervise', {
      reason: '反映人说仍未解决',
      demand: '请重新核对并当面答复',
      days: 3,
    });
    expect(view.state).toBe('rectifying');
    expect(view.clocks.find((clock) => clock.kind === 'rectify')?.dueAt).toMatch(/^2026-11-25T17:00/);
  });

  it('is resolved again, called back again, evaluated 5 and closed', async () => {
    await goTo('2026-11-23T10:00:00');
    await run(people.handler, 'contact', { result: 'reached', means: 'visit' });
    const second = await run(people.handler, 'resolve', { ...reply, done: '已上门补录并打印登记表' });
    expect(second.round).toBe(2);
    await run(people.deputy, 'unit-callback', { result: 'solved', satisfaction: 5 }, false);
    await run(reporter, 'evaluate', { solved: true, satisfaction: 5, tags: [], files: [] }, false);
    await takeSystemSteps(server.deps);
    const closed = (await reporter.get(`/orders/${receipt.number}`)).body as unknown as View;
    expect(closed).toMatchObject({ state: 'closed', reply: { found: reply.found } });
  });

  it('leaves a timeline, a ledger and an event chain that agree', async () => {
    const seen = (await reporter.get(`/orders/${receipt.number}`)).body as unknown as View;
    const ledger = await people.inspector.get(`/audit/orders/${receipt.number}/events`);
    const lines = ledger.body.items as { seq: number; kind: string; at: string }[];
    expect(lines.map((line) => line.seq)).toEqual(lines.map((_, at) => at + 1));
    expect(ledger.body.length).toBe(lines.length);
    const bySeq = new Map(lines.map((line) => [line.seq, line]));
    for (const entry of seen.timeline) expect(bySeq.get(entry.seq)).toMatchObject({ kind: entry.kind, at: entry.at });
    expect(seen.timeline.some((entry) => entry.internal)).toBe(false);
    expect(new Set(lines.map((line) => line.kind))).toEqual(
      new Set([...seen.timeline.map((entry) => entry.kind), 'order.submitted', ...lines.map((line) => line.kind)]),
    );
    const own = (await reporter.get('/my/orders?state=done')).body.items as { number: string }[];
    expect(own.map((item) => item.number)).toEqual([receipt.number]);
  });

  it('verifies whole, and names the line that was altered or removed by hand', async () => {
    const verify = async () => (await people.inspector.post('/audit/verify', {})).body;
    expect(await verify()).toMatchObject({ whole: true, firstBroken: null });
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    const chain = `order:${(await owner.query('select id from "order"')).rows[0].id}`;
    await owner.query('alter table event disable trigger all');
    const changes: [string, string][] = [
      [`set kind = 'order.closed'`, `kind`],
      [`set data = '{"unitId":"x"}'::jsonb`, 'data'],
      [`set actor = 'system'`, 'actor'],
      [`set actor_unit_id = gen_random_uuid()`, 'actor_unit_id'],
      [`set internal = not internal`, 'internal'],
      [`set at = at + interval '1 minute'`, 'at'],
      [`set sealed = 'x'`, 'sealed'],
    ];
    for (const [change, column] of changes) {
      await owner.query('begin');
      await owner.query('create temp table kept on commit drop as select * from event where chain = $1 and seq = 3', [chain]);
      await owner.query(`update event ${change} where chain = $1 and seq = 3`, [chain]);
      await owner.query('create table kept_outside as select * from kept');
      await owner.query('commit');
      expect([column, await verify()]).toMatchObject([
        column,
        { whole: false, firstBroken: { number: receipt.number, seq: 3, what: 'altered' } },
      ]);
      await owner.query('delete from event where chain = $1 and seq = 3', [chain]);
      await owner.query('insert into event select * from kept_outside');
      await owner.query('drop table kept_outside');
    }
    expect(await verify()).toMatchObject({ whole: true });
    const last = (await owner.query('select max(seq) as seq from event where chain = $1', [chain])).rows[0].seq;
    await owner.query('delete from event where chain = $1 and seq = $2', [chain, last]);
    expect(await verify()).toMatchObject({
      whole: false,
      firstBroken: { number: receipt.number, seq: last, what: 'last-removed' },
    });
    await owner.end();
  });
});

import { fromIso } from '../../../shared/sla/instant';
import { unzip } from '../../file/unzip';
import { startWorld, type TestWorld } from '../../testing/database';
import { aReport, matterId, reporter, staff } from '../../testing/people';

let world: TestWorld;
const story = '这段话是示例甲自己写的，开放数据里一个字都不能有。';
const reported = 23;

beforeAll(async () => {
  world = await startWorld();
  const matter = await matterId(world, '社会保险登记');
  for (let at = 0; at < reported; at += 1) {
    const phone = `138000004${String(at).padStart(2, '0')}`;
    const who = await reporter(world, phone);
    const person = { kind: at % 6 === 0 ? 'enterprise' : 'person', name: '示例甲', phone };
    const given = { ...person, ...(at % 6 === 0 && { enterpriseName: '示例一二三有限公司' }) };
    const report = aReport({ reporter: given }, { story, ...(at % 4 && { matterId: matter }) });
    const made = await who.call('POST', '/orders', report);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  }
}, 120_000);
afterAll(() => world.close());

const publish = async (year: number) =>
  (await staff(world, 'duban')).call('POST', '/reports/open-data', { year });

it('a year that is not over has no open data', async () => {
  expect(await publish(2026)).toMatchObject({ status: 422, body: { code: 'open-data.year-not-over' } });
});

it('a year goes out once, with a dictionary of every column, and tells of nobody', async () => {
  world.now.at = fromIso('2027-01-06T10:00:00+08:00');
  const { status, body } = await publish(2026);
  expect(status).toBe(201);
  expect(await publish(2026)).toMatchObject({ status: 409, body: { code: 'open-data.there-already' } });
  const signedIn = await world.app.request('/api/staff/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'jiancha', password: 'demo-2026' }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = async () =>
    Buffer.from(
      await (
        await world.app.request(`/api/reports/snapshots/${body.id}/open-data.zip`, { headers: { cookie } })
      ).arrayBuffer(),
    );
  const zip = await get();
  world.now.at += 60_000;
  expect((await get()).equals(zip)).toBe(true);
  const files = unzip(zip);
  expect([...files.keys()]).toEqual(['诉求汇总.csv', '数据字典.csv', '说明.txt']);
  const all = [...files.values()].map(String).join('\n');
  for (const secret of [story.slice(0, 8), '示例甲', '示例一二三', '138000004', 'CM2026'])
    expect(all).not.toContain(secret);
  const [head = [], ...lines] = String(files.get('诉求汇总.csv'))
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  const dictionary = String(files.get('数据字典.csv')).trim().split('\r\n').slice(1);
  expect(dictionary.map((line) => line.split(',')[0])).toEqual(head);
  const people = lines.map((line) => Number(line[head.indexOf('件数')]));
  expect(people.reduce((sum, n) => sum + n, 0)).toBe(reported);
  for (const line of lines)
    for (const number of line.slice(head.indexOf('件数')))
      expect(number === '' || number === '0' || Number(number) >= 5).toBe(true);
});

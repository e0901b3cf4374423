import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { openPage } from '../../../testing/open-page';
import { aReceipt } from '../../../testing/sample';
import { visited } from '../../../testing/taro';
import { readDraft } from './draft';
import ReportPage from './index';

let stop: () => Promise<void>;
beforeEach(() => localStorage.clear());
afterEach(async () => {
  cleanup();
  await stop();
});

const pick = (id: string) => fireEvent.click(document.getElementById(id) as HTMLElement);
const write = (id: string, value: string) =>
  fireEvent.change(document.getElementById(id) as HTMLElement, { target: { value } });

async function fill() {
  fireEvent.click(await screen.findByText('居住证办理'));
  pick('place-none');
  pick('stage-not-accepted');
  write('story', '材料都交了三次，一直没有受理，也没说缺什么。');
  write('name', '示例居民');
  pick('consent');
}

it('names what is missing instead of sending', async () => {
  const { api } = await openPage(ReportPage, { signedIn: true });
  stop = api.stop;
  pick('submit');
  expect((await screen.findAllByText(/请选择事项/)).length).toBeGreaterThan(0);
  expect(api.asked.some(({ method, path }) => method === 'POST' && path === '/orders')).toBe(false);
});

it('keeps the draft when the submit fails, and sends it again under the same key', async () => {
  const answers = [
    { status: 500, body: { title: '服务暂时有点忙。', status: 500, code: 'http.500' } },
    { status: 201, body: aReceipt() },
  ];
  const { api } = await openPage(ReportPage, {
    signedIn: true,
    answers: { 'POST /orders': () => answers.shift() ?? {} },
  });
  stop = api.stop;
  await fill();
  pick('submit');
  expect(await screen.findByText(/内容都还在本机/)).toBeTruthy();
  expect(readDraft()?.story).toContain('材料都交了三次');
  pick('submit');
  await waitFor(() => expect(visited).toEqual(['/report/receipt/index']));
  expect(readDraft()).toBeNull();
  const sent = api.asked.filter(({ method, path }) => method === 'POST' && path === '/orders');
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  expect(sent[1]?.body).toEqual(sent[0]?.body);
});

it('takes the first answer when an earlier attempt with other words had arrived after all', async () => {
  const answers = [
    { status: 500, body: { title: '服务暂时有点忙。', status: 500, code: 'http.500' } },
    { status: 422, body: { title: '同一份提交内容不一致。', status: 422, code: 'idempotency.other-body' } },
    { status: 201, body: aReceipt() },
  ];
  const { api } = await openPage(ReportPage, {
    signedIn: true,
    answers: { 'POST /orders': () => answers.shift() ?? {} },
  });
  stop = api.stop;
  await fill();
  pick('submit');
  await screen.findByText(/内容都还在本机/);
  write('story', '后来改动的经过，写得更清楚一些。');
  pick('submit');
  await waitFor(() => expect(visited).toEqual(['/report/receipt/index']));
  const sent = api.asked.filter(({ method, path }) => method === 'POST' && path === '/orders');
  expect(sent[2]?.body).toEqual(sent[0]?.body);
});

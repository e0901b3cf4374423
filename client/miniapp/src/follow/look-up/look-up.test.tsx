import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { openPage } from '../../../testing/open-page';
import { visited } from '../../../testing/taro';
import LookUpPage from './index';

let stop: () => Promise<void>;
beforeEach(async () => {
  stop = (await openPage(LookUpPage)).api.stop;
});
afterEach(async () => {
  cleanup();
  await stop();
});
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('tells a typing error in the number at once', () => {
  write('编号', 'CM20261123000178');
  expect(screen.getByText('编号不对，请对照回执再看一遍。')).toBeTruthy();
});

it('opens the order of a right number and code', async () => {
  write('编号', 'cm20261123000177');
  write('查询码', 'gh7k9m');
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
  await waitFor(() => expect(visited).toEqual(['/follow/order/index?number=CM20261123000177']));
});

it('puts the order into the account of who is signed in, by the same number and code', async () => {
  cleanup();
  await stop();
  const asked: unknown[] = [];
  const join = ({ body }: { body: unknown }) => {
    asked.push(body);
    return { status: 204 };
  };
  stop = (await openPage(LookUpPage, { signedIn: true, answers: { 'POST /reporter/orders': join } })).api
    .stop;
  write('编号', 'CM20261123000177');
  write('查询码', 'GH7K9M');
  fireEvent.click(screen.getByRole('button', { name: '查询并加入“我的诉求”' }));
  await waitFor(() => expect(visited).toContain('/follow/order/index?number=CM20261123000177'));
  expect(asked).toEqual([{ number: 'CM20261123000177', queryCode: 'GH7K9M' }]);
});

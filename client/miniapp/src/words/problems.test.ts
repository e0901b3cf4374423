import { knownProblems } from '../../../../shared/notice/problem';
import { openPage } from '../../testing/open-page';
import { refused, seen, touch, write } from '../../testing/states/page-states';
import LookUpPage from '../follow/look-up';
import { prefer } from '../setting/preference';
import { en } from './en';
import { problems } from './en/problems';

/** Refusals that only staff, partners or the district's own pages can meet. */
const staffNouns =
  'report open-data bulletin calendar class assist delegate explain extension resolve callback withdrawal-callback finding reopen close merge unmerge register totp password oidc inspection setting template figure duty view person push rule text problem practice assessment exclusion unit-report confirmation catalogue partner sheet message device key terminal phone'.split(
    ' ',
  );
const staffCodes =
  /^(sign-in\.(wrong|slow-down)|identity\.(unknown|taken|has-one)|unit\.(not-usable|loop|name-taken|only-one|has-work)|request\.not-from-console|scene\.(?!not-found)|order\.(already-there|not-dispatched|no-lead|binding-dispatch|returned-twice|consent-needed|not-appealed|consent-given|assists-open|contact-first|finding-open|unsolved-unanswered|escalated-already))/;
const staffAlone = (code: string) => staffNouns.includes(code.split('.')[0] ?? '') || staffCodes.test(code);

const reporters = [...knownProblems].filter((code) => !staffAlone(code));

it.each(reporters)('%s is said in English to whom reads the page in English', (code) => {
  expect(problems[code]).toMatch(/^[\x20-\x7e“”]+[.]$/);
});

it('knows no code that nobody can meet', () => {
  const beside = ['input.invalid', 'server.failed', 'http.413'];
  expect(Object.keys(problems).filter((code) => !knownProblems.has(code) && !beside.includes(code))).toEqual(
    [],
  );
});

it('says in general what is refused by a code it does not know, and nothing in Chinese', () => {
  expect(en.state.problemSaid('new.code', '不行。')).toMatch(/^[\x20-\x7e]+$/);
});

it('shows the English words on the page', async () => {
  prefer({ language: 'en' });
  const answers = { 'POST /lookups': refused(404, 'lookup.wrong', '编号或查询码不对。') };
  const { api, unmount } = await openPage(LookUpPage, { answers });
  write('look-up-number', 'CM20261123000177');
  write('look-up-code', '7K3MPX');
  touch('look-up');
  await seen('Number or query code is not right. Please compare them with your receipt.');
  unmount();
  prefer({ language: 'zh' });
  await api.stop();
});

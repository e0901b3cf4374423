import { isCreditCode } from '../../../../../shared/identity/credit-code';
import type { Draft } from './draft';

export type Missing =
  | 'who-name'
  | 'other-name'
  | 'enterprise-name'
  | 'credit-code'
  | 'matter'
  | 'matter-own'
  | 'place'
  | 'hall'
  | 'stage'
  | 'tried-times'
  | 'story'
  | 'phone'
  | 'sign-in'
  | 'consent';

const filled = (text: string, least = 1) => text.trim().length >= least;

/** What still has to be filled in, in the order of the page; each names the entry where it is missing. */
export function missingIn(draft: Draft, signedIn: boolean): Missing[] {
  const enterprise = draft.kind === 'enterprise';
  const times = draft.triedTimes === '' ? 1 : Number(draft.triedTimes);
  const wrong: [Missing, boolean][] = [
    ['enterprise-name', enterprise && !filled(draft.enterpriseName, 2)],
    ['credit-code', enterprise && draft.creditCode !== '' && !isCreditCode(draft.creditCode)],
    ['other-name', draft.forOther && !filled(draft.otherName)],
    ['matter', !draft.matter && !draft.matterUnknown],
    ['matter-own', draft.matterUnknown && !filled(draft.matterOwn)],
    ['place', draft.place === null],
    ['hall', draft.place === 'hall' && draft.hall === ''],
    ['stage', draft.stage === null],
    ['tried-times', !Number.isInteger(times) || times < 1 || times > 99],
    ['story', !filled(draft.story, 10)],
    ['who-name', !filled(draft.name)],
    ['sign-in', !signedIn],
    ['consent', !draft.consent],
  ];
  return wrong.flatMap(([missing, is]) => (is ? [missing] : []));
}

/** The entry on the page that a missing thing belongs to. */
export const entryOf: Record<Missing, string> = {
  'who-name': 'name',
  'other-name': 'other-name',
  'enterprise-name': 'enterprise-name',
  'credit-code': 'credit-code',
  matter: 'matter-search',
  'matter-own': 'matter-own',
  place: 'place',
  hall: 'hall',
  stage: 'stage',
  'tried-times': 'tried-times',
  story: 'story',
  phone: 'phone',
  'sign-in': 'phone',
  consent: 'consent',
};

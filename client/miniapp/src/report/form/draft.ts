import type { SubmitInput } from '../../../../../shared/order/contract/intake';
import type { Stage } from '../../../../../shared/order/vocabulary';
import type { HeldFile } from '../../part/use-files';
import { forget, keep, readKept } from '../../platform/storage';
import { newKey } from '../../setting/new-key';
import type { Reporter } from '../../setting/session';

/** A report as it is being written. It stays on the phone until the server has answered. */
export interface Draft {
  kind: 'person' | 'enterprise';
  forOther: boolean;
  otherName: string;
  enterpriseName: string;
  creditCode: string;
  matter: { id: string; name: string } | null;
  matterUnknown: boolean;
  matterOwn: string;
  place: 'hall' | 'online' | 'none' | null;
  hall: string;
  /** The hall's QR code that the place was preset by. */
  scene: { code: string; hall: string } | null;
  town: string;
  stage: Stage | null;
  triedOn: string;
  triedTimes: string;
  story: string;
  name: string;
  phone: string;
  consent: boolean;
  files: HeldFile[];
  /** Sent with every attempt for this draft, so that it becomes one order only. */
  key: string;
  /** What was sent without an answer. */
  sent: SubmitInput | null;
}

/** What becomes of a draft: new values, or what they follow from. */
export type DraftChange = Partial<Draft> | ((now: Draft) => Partial<Draft>);

export const newDraft = (): Draft => ({
  kind: 'person',
  forOther: false,
  otherName: '',
  enterpriseName: '',
  creditCode: '',
  matter: null,
  matterUnknown: false,
  matterOwn: '',
  place: null,
  hall: '',
  scene: null,
  town: '',
  stage: null,
  triedOn: '',
  triedTimes: '',
  story: '',
  name: '',
  phone: '',
  consent: false,
  files: [],
  key: newKey(),
  sent: null,
});

/** The draft left on this phone, if it holds anything worth going on with. */
export function readDraft(): Draft | null {
  const kept = readKept<Draft>('draft');
  if (!kept) return null;
  const worth =
    kept.story || kept.matter || kept.matterOwn || kept.stage || kept.sent || kept.files.length > 0;
  return worth ? { ...newDraft(), ...kept } : null;
}

/** Pictures not yet on the server cannot be kept; those that are keep their place. */
export const keepDraft = (draft: Draft): void =>
  keep('draft', {
    ...draft,
    files: draft.files.filter((one) => one.state === 'done').map((one) => ({ ...one, preview: null })),
  });

/** What the account knows already and the draft does not say yet: never asked twice (spec 1). */
export function knownOf(reporter: Reporter | undefined): (now: Draft) => Partial<Draft> {
  return (now) => ({
    ...(reporter?.name && !now.name && { name: reporter.name }),
    ...(reporter?.enterprise && {
      kind: 'enterprise',
      enterpriseName: reporter.enterprise.name,
      creditCode: reporter.enterprise.creditCode,
    }),
  });
}

export const forgetDraft = (): void => forget('draft');

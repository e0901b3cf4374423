import type { Words } from '../../words/zh';
import { type Missing, missingIn } from './check-draft';
import type { Draft } from './draft';

export type PartId = 'who' | 'matter' | 'where' | 'stage-card' | 'story-card' | 'files-card' | 'contact';

/** One card of the form, for the summary beside it: whether it is filled in, and what stands in it. */
export interface FormPart {
  id: PartId;
  title: string;
  said: string;
  done: boolean;
  optional: boolean;
}

const wants: Record<PartId, Missing[]> = {
  who: ['enterprise-name', 'credit-code', 'other-name'],
  matter: ['matter', 'matter-own'],
  where: ['place', 'hall'],
  'stage-card': ['stage', 'tried-times'],
  'story-card': ['story'],
  'files-card': [],
  contact: ['who-name', 'sign-in'],
};

/** The cards in the order of the page. `hallName` names the hall that is chosen. */
export function formParts(
  draft: Draft,
  phone: string | null,
  hallName: string | null,
  all: Words,
): FormPart[] {
  const words = all.report;
  const missing = missingIn(draft, phone !== null);
  const places = { hall: hallName ?? words.whereHall, online: words.whereOnline, none: words.whereNone };
  const sent = draft.files.filter((one) => one.state === 'done').length;
  const titles: Record<PartId, [string, string]> = {
    who: [words.who, whoSaid(draft, all)],
    matter: [words.matter, draft.matter?.name ?? (draft.matterUnknown ? draft.matterOwn : '')],
    where: [words.where, draft.place ? places[draft.place] : ''],
    'stage-card': [words.stage, draft.stage ? all.stages[draft.stage] : ''],
    'story-card': [words.story, draft.story ? words.storyLength(draft.story.trim().length) : ''],
    'files-card': [words.files, sent > 0 ? words.fileCount(sent) : ''],
    contact: [words.contactTitle, [draft.name, phone ?? ''].filter(Boolean).join(' ')],
  };
  return (Object.keys(wants) as PartId[]).map((id) => ({
    id,
    title: titles[id][0],
    said: titles[id][1],
    done: id === 'files-card' ? sent > 0 : !wants[id].some((one) => missing.includes(one)),
    optional: id === 'files-card',
  }));
}

function whoSaid(draft: Draft, all: Words): string {
  const words = all.report;
  const self = draft.kind === 'enterprise' ? draft.enterpriseName || words.enterprise : words.person;
  return draft.forOther ? `${self}${all.comma}${words.forOther}` : self;
}

import { answerForms } from './command/answer-forms';
import type { Forms } from './command/field';
import { noteForms } from './command/note-forms';
import { togetherForms } from './command/together-forms';
import { workForms } from './command/work-forms';

/** The headings under which commands stand, each with its commands. */
export const commandGroups: { title: string; forms: Forms }[] = [
  { title: '办理', forms: workForms },
  { title: '找别的单位', forms: togetherForms },
  { title: '回访与督办', forms: answerForms },
  { title: '记录与催办', forms: noteForms },
];

/** The form of each command: the body the API takes, in the order people think. */
export const commandForms: Forms = Object.assign({}, ...commandGroups.map(({ forms }) => forms));

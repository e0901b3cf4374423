import { readPreference, usePreference } from '../setting/preference';
import { en } from './en';
import { type Words, zh } from './zh';

const books: Record<'zh' | 'en', Words> = { zh, en };

/** All texts of the app in the language the person chose. */
export const useWords = (): Words => books[usePreference().language];

export const readWords = (): Words => books[readPreference().language];

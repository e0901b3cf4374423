import type { HolidayYear } from './calendar';
import { addDays, type Day, isDay, weekdayOf } from './instant';
import { NoticeNotUnderstood } from './notice-not-understood';
import { statutoryDays } from './statutory-days';

type NoticeDay = HolidayYear['days'][number];

const date = String.raw`(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\([^()]*\))?`;
const span = String.raw`${date}(?:[至到—–~-]+${date})?`;
const spans = String.raw`${span}(?:[、,和及]${span})*`;
const offSentence = new RegExp(
  String.raw`^(${spans})(?:放假|休息)(?:调休)?(?:(\d+)天)?(?:,?(?:不调休|与周末连休|调休))*(?:,?共(\d+)天)?$`,
);
const workSentence = new RegExp(String.raw`^(${spans})(?:照常)?(?:上班|补班)$`);
const heading =
  /(?:^|[\n。])(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])?([^\n。:,\d一二三四五六七八九十][^\n。:,\d]{1,11}):(?=\d)/g;
const signature = /^(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日$/;

/** Full-width digits and signs become plain ones; spaces go, lines stay. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, '')
    .replace(/\n+/g, '\n');
const pad = (value: number): string => String(value).padStart(2, '0');

/** Reads the dates of one sentence; a year or month left out is that of the date before it. */
function readDates(text: string, year: number, sentence: string): { day: Day; joined: boolean }[] {
  const found: { day: Day; joined: boolean }[] = [];
  const parts = /([至到—–~-]*)[、,和及]?(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?/g;
  let at: { year: number; month: number } | null = null;
  for (const [, to, ownYear, ownMonth, day, note] of text.matchAll(parts)) {
    const month: number = Number(ownMonth ?? at?.month);
    if (Number.isNaN(month)) throw new NoticeNotUnderstood(sentence, '日期没有写月份');
    const turned = Boolean(to) && at !== null && month < at.month;
    const ofYear: number = ownYear ? Number(ownYear) : at ? at.year + (turned ? 1 : 0) : year;
    const read = `${ofYear}-${pad(month)}-${pad(Number(day))}`;
    if (!isDay(read)) throw new NoticeNotUnderstood(sentence, `没有 ${read} 这一天`);
    const named = /(?:周|星期)([一二三四五六日天])/.exec(note ?? '')?.[1];
    if (named && '日一二三四五六'.indexOf(named.replace('天', '日')) !== weekdayOf(read))
      throw new NoticeNotUnderstood(sentence, `${read} 不是周${named}`);
    at = { year: ofYear, month };
    found.push({ day: read, joined: Boolean(to) });
  }
  return found;
}

/** The single days of "9月20日、10月10日", "1月1日至3日". */
function readDays(text: string, year: number, sentence: string): Day[] {
  const days: Day[] = [];
  for (const { day, joined } of readDates(text, year, sentence)) {
    const from = days.at(-1);
    if (!joined || from === undefined) days.push(day);
    else if (day <= from || addDays(from, 30) < day) throw new NoticeNotUnderstood(sentence, '起止日期不对');
    else for (let next = addDays(from, 1); next <= day; next = addDays(next, 1)) days.push(next);
  }
  return days;
}

/** December without a year, in an item that begins or works before New Year, is that of the year before. */
const yearFor = (text: string, name: string, year: number): number =>
  name.includes('元旦') && /^12月/.test(text) ? year - 1 : year;

function readSentence(sentence: string, name: string, year: number): NoticeDay[] {
  const off = offSentence.exec(sentence);
  const work = workSentence.exec(sentence);
  const dates = off?.[1] ?? work?.[1];
  if (dates === undefined) {
    const isAdvice = /^(?:鼓励|各地|节假日期间)/.test(sentence) || signature.test(sentence);
    if (isAdvice || !/\d日|上班|放假/.test(sentence)) return [];
    throw new NoticeNotUnderstood(sentence, '写法不认识');
  }
  const days = readDays(dates, yearFor(dates, name, year), sentence);
  const told = off?.[3] ?? off?.[2];
  if (told && Number(told) !== days.length)
    throw new NoticeNotUnderstood(sentence, `写的是 ${told} 天，日期却有 ${days.length} 天`);
  return days.map((day) => ({ name, date: day, isOffDay: Boolean(off) }));
}

/** The items of a notice under their headings; what stands before the first is the letter's opening. */
function itemsOf(text: string): { name: string; body: string }[] {
  const heads = [...text.matchAll(heading)];
  if (heads.length === 0) return text.split('\n').map((body) => ({ name: '', body }));
  return heads.map((head, n) => ({
    name: head[1] ?? '',
    body: text.slice((head.index ?? 0) + head[0].length, heads[n + 1]?.index ?? text.length),
  }));
}

/** An item without a heading is named after the holidays by law that its days off hold. */
function named(days: NoticeDay[], year: number, body: string): NoticeDay[] {
  const lawful = statutoryDays(year);
  const names = days.flatMap(({ date: day, isOffDay }) => (isOffDay ? (lawful.get(day) ?? []) : []));
  const name = [...new Set(names)].join('、');
  if (days.length > 0 && !name) throw new NoticeNotUnderstood(body, '看不出是哪个节日');
  return days.map((day) => ({ ...day, name }));
}

function yearOf(text: string): number {
  const year = /(\d{4})年(?:部分)?节假日/.exec(text)?.[1] ?? /现将(\d{4})年/.exec(text)?.[1];
  if (!year) throw new NoticeNotUnderstood(text.slice(0, 40), '没有写是哪一年的通知，请连标题一起粘贴');
  return Number(year);
}

function refuseTwice(days: NoticeDay[]): void {
  const seen = new Set<Day>();
  for (const { date: day, name } of days) {
    if (seen.has(day)) throw new NoticeNotUnderstood(`${name} ${day}`, '同一天写了两次');
    seen.add(day);
  }
}

/**
 * The days of a State Council notice, from its pasted text (spec 3, calendar administration). The year is taken from
 * the title unless given. A NoticeNotUnderstood names the words that were not read, or a weekday or count that is wrong.
 */
export function parseHolidayNotice(text: string, year?: number): HolidayYear {
  const whole = plain(text);
  const ofYear = year ?? yearOf(whole);
  const days = itemsOf(whole).flatMap(({ name, body }) => {
    const sentences = body.split(/[。;\n]/).filter((sentence) => sentence !== '');
    const read = sentences.flatMap((sentence) => readSentence(sentence, name, ofYear));
    if (name && !read.some((day) => day.isOffDay))
      throw new NoticeNotUnderstood(`${name}:${body}`, '没有放假日期');
    return name ? read : named(read, ofYear, body);
  });
  if (days.length === 0) throw new NoticeNotUnderstood(whole.slice(0, 40), '没有找到放假日期');
  refuseTwice(days);
  return { year: ofYear, days: days.sort((a, b) => a.date.localeCompare(b.date)) };
}

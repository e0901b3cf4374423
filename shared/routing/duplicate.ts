import { dayMs, dayOf, type Instant } from '../sla/instant';
import { grams } from '../text/grams';
import { likenessTo } from '../text/similarity';

/** What one report is compared by. Its place is left out on purpose: many problems meet at one hall. */
export interface ComparedReport {
  orderId: string;
  matterId: string | null;
  /** The same for one reporter on every channel; null if unknown. */
  reporterKey: string | null;
  text: string;
  at: Instant;
}

export interface Duplicate {
  orderId: string;
  kind: 'same-reporter' | 'many-reporters';
  /** 0 to 1, for ranking. */
  score: number;
  reason: string;
}

/** How far back one problem is looked for, and how alike the words must be, by what else agrees. */
const bounds = {
  'same-reporter': { days: 90, sameMatter: 0.2, unknownMatter: 0.35, otherMatter: 0.6 },
  'many-reporters': { days: 30, sameMatter: 0.35, unknownMatter: 0.5, otherMatter: 0.75 },
} as const;

/** Texts with fewer pairs than this ("办不了") are alike without being the same problem. */
const fewestPairs = 8;

const shanghaiDate = (at: Instant) => {
  const [, month, date] = dayOf(at).split('-').map(Number);
  return `${month}月${date}日`;
};

const matterOf = (a: ComparedReport, b: ComparedReport) => {
  if (a.matterId === null || b.matterId === null) return 'unknownMatter';
  return a.matterId === b.matterId ? 'sameMatter' : 'otherMatter';
};

const tellsEnough = (words: readonly string[]) =>
  new Set(words.filter((word) => word.length > 1)).size >= fewestPairs;

/** A report with its words weighed once, however many it is held against. */
interface Weighed {
  report: ComparedReport;
  tells: boolean;
  likeness: (words: readonly string[]) => number;
}

function compare({ report, tells, likeness }: Weighed, other: ComparedReport): Duplicate | null {
  const sameReporter = report.reporterKey !== null && report.reporterKey === other.reporterKey;
  const kind = sameReporter ? 'same-reporter' : 'many-reporters';
  const matter = matterOf(report, other);
  if (other.orderId === report.orderId) return null;
  if (Math.abs(report.at - other.at) > bounds[kind].days * dayMs) return null;
  const otherWords = grams(other.text);
  if (matter !== 'sameMatter' && !(tells && tellsEnough(otherWords))) return null;
  const alike = likeness(otherWords);
  if (alike < bounds[kind][matter]) return null;
  const who = sameReporter ? '同一申请人' : '另一位申请人';
  const what = matter === 'sameMatter' ? '反映过同一事项' : '反映过相似的问题';
  const score = Math.min(1, alike + (matter === 'sameMatter' ? 0.1 : 0) + (sameReporter ? 0.1 : 0));
  const reason = `${who}在${shanghaiDate(other.at)}${what}，文字相似度 ${Math.round(alike * 100)}%。`;
  return { orderId: other.orderId, kind, score, reason };
}

/**
 * Which of the candidates likely tell the same problem, likeliest first: by matter, words and time, never by place
 * alone. A finding is an offer to a person; nothing is merged by it (spec 2).
 */
export function findDuplicates(report: ComparedReport, candidates: readonly ComparedReport[]): Duplicate[] {
  const words = grams(report.text);
  const weighed = { report, tells: tellsEnough(words), likeness: likenessTo(words) };
  return candidates.flatMap((other) => compare(weighed, other) ?? []).sort((a, b) => b.score - a.score);
}

import type { NoticeFacts } from '../../shared/notice/topic';
import { topicTitles } from '../../shared/notice/topic-title';
import { type Instant, toIso } from '../../shared/sla/instant';

const moment = (at: Instant) => toIso(at).slice(0, 16).replace('T', ' ');

/** What platform templates may be filled with; the text itself is added where it is sent. */
export const templateParamsOf = (
  facts: NoticeFacts,
  topic: string,
  now: Instant,
): Record<string, string> => ({
  number: facts.number,
  unit: facts.unit ?? '承办单位',
  state: topicTitles[topic] ?? '有新进展',
  time: moment(now),
  due: facts.resolveBy === null ? '请打开查看' : moment(facts.resolveBy),
});

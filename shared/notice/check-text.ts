import type { TextTarget } from './message-template';
import { knownPlaceholders, placeholdersIn, reporterTexts, staffTexts } from './topic';

/** What every message can say; the rest belongs to the topics whose built-in text says it. */
const everywhere = ['编号', '单位', '单位电话', '接单期限', '联系期限', '办结期限'];
/** What a text may not lose: without them nobody finds the order again. */
const needed = ['编号', '查询码'];

export const builtInText = (target: TextTarget, topic: string): string | undefined => {
  const texts = target === 'reporter' ? reporterTexts : staffTexts;
  return Object.hasOwn(texts, topic) ? texts[topic] : undefined;
};

/** The placeholders that a text of this topic may hold. */
export const placeholdersFor = (target: TextTarget, topic: string): string[] => [
  ...new Set([...everywhere, ...placeholdersIn(builtInText(target, topic) ?? '')]),
];

/** What is wrong with a text, in sentences; empty when it will do. */
export function checkText(target: TextTarget, topic: string, text: string): string[] {
  const asked = placeholdersIn(text);
  const allowed = placeholdersFor(target, topic);
  const missing = needed.filter(
    (name) => placeholdersIn(builtInText(target, topic) ?? '').includes(name) && !asked.includes(name),
  );
  return [
    ...asked.filter((name) => !knownPlaceholders.has(name)).map((name) => `没有 {${name}} 这个占位符。`),
    ...asked
      .filter((name) => knownPlaceholders.has(name) && !allowed.includes(name))
      .map((name) => `这条消息里没有 {${name}}。`),
    ...missing.map((name) => `不能少了 {${name}}。`),
    ...(/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')) ? ['花括号没有配对。'] : []),
    ...(/https?:|www\./i.test(text) ? ['不要写网址，链接由系统添加。'] : []),
  ];
}

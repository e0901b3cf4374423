import Taro from '@tarojs/taro';
import { subscribeTemplates } from '../setting/subscribe-templates';
import type { SubscribeAnswer } from './subscribe';

export const subscribeQuestions: number = subscribeTemplates.length;

/** Must be called straight from a touch: one question for each. A refusal is an answer, not an error. */
export async function askToSubscribe(question: number): Promise<SubscribeAnswer> {
  const asked = subscribeTemplates[question] ?? [];
  const answer = (await Taro.requestSubscribeMessage({ tmplIds: asked, entityIds: [] }).catch(
    () => ({}),
  )) as Record<string, unknown>;
  return asked
    .filter((template) => typeof answer[template] === 'string')
    .map((template) => ({ template, result: String(answer[template]) }));
}

import Taro from '@tarojs/taro';
import { subscribeTemplates } from '../setting/subscribe-templates';
import type { SubscribeAnswer } from './subscribe';

export const canSubscribe: boolean = subscribeTemplates.length > 0;

/** Must be called straight from a touch. A refusal is an answer, not an error. */
export async function askToSubscribe(): Promise<SubscribeAnswer> {
  const answer = (await Taro.requestSubscribeMessage({ tmplIds: subscribeTemplates, entityIds: [] }).catch(
    () => ({}),
  )) as Record<string, unknown>;
  return subscribeTemplates
    .filter((template) => typeof answer[template] === 'string')
    .map((template) => ({ template, result: String(answer[template]) }));
}

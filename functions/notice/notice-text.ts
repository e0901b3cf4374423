import { builtInText } from '../../shared/notice/check-text';
import type { TextTarget } from '../../shared/notice/message-template';
import type { Context } from '../order/context';

/** The text of a topic: what the district wrote, else the built-in one; a topic without a text is a defect and throws. */
export function textOf(ctx: Pick<Context, 'ref'>, target: TextTarget, topic: string): string {
  const own = ctx.ref.overrides.find((each) => each.target === target && each.topic === topic)?.content;
  const text = own && 'text' in own ? own.text : builtInText(target, topic);
  if (!text) throw new Error(`No text for the topic ${topic}`);
  return text;
}

import type { PlatformTarget } from '../../shared/notice/message-template';
import type { Context } from '../order/context';
import type { Templates } from '../provider-settings';

export type PlatformName = PlatformTarget;

/** A provider's templates by topic: the environment's, and over them what was set in the console. */
export function platformTemplates(ctx: Pick<Context, 'platforms' | 'ref'>, name: PlatformName): Templates {
  const templates = { ...ctx.platforms.templates[name] };
  for (const { target, topic, content } of ctx.ref.overrides)
    if (target === name && content && 'id' in content) templates[topic] = content;
  return templates;
}

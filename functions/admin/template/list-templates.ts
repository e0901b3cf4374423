import { builtInText, placeholdersFor } from '../../../shared/notice/check-text';
import {
  type MessageTarget,
  platformTargets,
  type TextTarget,
  textTargets,
} from '../../../shared/notice/message-template';
import { reporterTexts, staffTexts } from '../../../shared/notice/topic';
import { topicTitles } from '../../../shared/notice/topic-title';
import { type MessageOverride, readOverrides } from '../../notice/message-override';
import type { Context } from '../../order/context';

const overrideOf = (all: MessageOverride[], target: MessageTarget, topic: string) =>
  all.find((each) => each.target === target && each.topic === topic);

function texts(all: MessageOverride[], target: TextTarget) {
  return Object.keys(target === 'reporter' ? reporterTexts : staffTexts).map((topic) => {
    const own = overrideOf(all, target, topic);
    const builtIn = builtInText(target, topic) ?? '';
    return {
      target,
      topic,
      title: topicTitles[topic] ?? topic,
      builtIn,
      text: own?.content && 'text' in own.content ? own.content.text : builtIn,
      own: own?.content != null,
      version: own?.version ?? 0,
      placeholders: placeholdersFor(target, topic),
    };
  });
}

function templates(ctx: Context, all: MessageOverride[]) {
  return platformTargets.flatMap((target) =>
    Object.keys(reporterTexts).map((topic) => {
      const own = overrideOf(all, target, topic);
      const given = ctx.platforms.templates[target][topic] ?? null;
      return {
        target,
        topic,
        title: topicTitles[topic] ?? topic,
        template: own?.content && 'id' in own.content ? own.content : given,
        own: own?.content != null,
        version: own?.version ?? 0,
      };
    }),
  );
}

/** Every text and every provider's template as they hold now, read anew so that a form shows the newest version. */
export async function listTemplates(ctx: Context) {
  const all = await readOverrides(ctx.db);
  return { texts: textTargets.flatMap((target) => texts(all, target)), templates: templates(ctx, all) };
}

import { checkText } from '../../../shared/notice/check-text';
import type { PlatformTarget, TextTarget } from '../../../shared/notice/message-template';
import { sampleFacts } from '../../../shared/notice/sample-facts';
import { smsSegments } from '../../../shared/notice/sms-segments';
import { fillNotice } from '../../../shared/notice/topic';
import { topicTitles } from '../../../shared/notice/topic-title';
import { platformTemplates } from '../../notice/platform-templates';
import { bareSms, linkedTopics, smsText } from '../../notice/sms-text';
import { templateParamsOf } from '../../notice/template-params';
import type { Context } from '../../order/context';
import { fitWechatField } from '../../provider/wechat/subscribe-message';

/** How one provider would show a message; `fields` where it has a template of its own. */
export interface Shown {
  provider: 'inbox' | 'sms' | 'wecom' | 'email' | PlatformTarget;
  text: string | null;
  fields?: Record<string, string>;
  characters?: number;
  segments?: number;
  note?: string;
}

const tokenLetters = 43;

function platform(ctx: Context, name: PlatformTarget, topic: string, text: string): Shown {
  const template = platformTemplates(ctx, name)[topic];
  if (!template) return { provider: name, text: null, note: '没有设置模板，不从这里发。' };
  const params: Record<string, string> = {
    text,
    ...templateParamsOf(sampleFacts(ctx.now()), topic, ctx.now()),
  };
  const fields = Object.entries(template.fields).map(([field, param]) => {
    const value = params[param] ?? '';
    return [field, name === 'wechat' ? fitWechatField(field, value) : value];
  });
  return { provider: name, text: null, fields: Object.fromEntries(fields) as Record<string, string> };
}

function forReporter(ctx: Context, topic: string, text: string): Shown[] {
  const facts = sampleFacts(ctx.now());
  const said = fillNotice(text, facts);
  const link = linkedTopics.has(topic)
    ? `${ctx.publicUrl}/link?token=${'x'.repeat(tokenLetters)}`
    : undefined;
  const sms = `【${ctx.smsSignName}】${smsText(said, link)}`;
  const approved = platform(ctx, 'aliyun-sms', topic, said);
  return [
    { provider: 'inbox', text: said },
    {
      provider: 'sms',
      text: sms,
      ...smsSegments(sms),
      note: `电话没有验证过的人只收到：${bareSms(facts.number, 'handling')}`,
    },
    ...(approved.fields ? [{ ...approved, note: '用阿里云发短信时，按报备的模板发，只填这些字段。' }] : []),
    platform(ctx, 'wechat', topic, said),
    platform(ctx, 'alipay', topic, said),
  ];
}

function forStaff(ctx: Context, topic: string, text: string): Shown[] {
  const facts = sampleFacts(ctx.now());
  const outside = fillNotice(text, { ...facts, words: {} });
  const subject = `工单 ${facts.number} ${topicTitles[topic] ?? '有新进展'}`;
  const sms = `【${ctx.smsSignName}】${outside}`;
  return [
    { provider: 'inbox', text: fillNotice(text, facts) },
    { provider: 'sms', text: sms, ...smsSegments(sms) },
    { provider: 'wecom', text: outside, note: '群机器人和邮件里不带办理中写的话。' },
    { provider: 'email', text: `${subject}\n${outside}` },
  ];
}

/** How a text would look at every provider, filled with made-up facts, and what is wrong with it. */
export function previewText(ctx: Context, target: TextTarget, topic: string, text: string) {
  const shown = target === 'reporter' ? forReporter(ctx, topic, text) : forStaff(ctx, topic, text);
  return { problems: checkText(target, topic, text), shown };
}

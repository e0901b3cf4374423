import * as z from 'zod';
import type { MessageProvider, TemplateSource } from '../provider';
import { fieldValues, pageOf, templateFor } from '../template-values';
import type { WechatApp } from './access-token';
import { callWechat } from './call-wechat';

export interface WechatMessageSettings {
  templates: TemplateSource;
  /** Which build the message opens; `formal` unless told. */
  miniprogramState?: 'developer' | 'trial' | 'formal';
}

/** Most characters a field may hold, by its kind (the name without its number); one more is error 47003. */
const longest: Record<string, number> = {
  thing: 20,
  short_thing: 5,
  const: 20,
  name: 10,
  phrase: 5,
  character_string: 32,
  number: 32,
  letter: 32,
  phone_number: 17,
};

/** Cut to what WeChat takes in a field of this kind, with … where something was lost. */
export function fitWechatField(field: string, value: string): string {
  const limit = longest[field.replace(/\d+$/, '')];
  const letters = [...value.replace(/\s+/g, ' ').trim()];
  if (!limit || letters.length <= limit) return letters.join('');
  return `${letters.slice(0, limit - 1).join('')}…`;
}

/** WeChat subscribe messages (subscribeMessage.send): a reporter's one-time consent buys one message. */
export function createWechatProvider(app: WechatApp, settings: WechatMessageSettings): MessageProvider {
  return {
    id: 'wechat',
    async send(message) {
      const template = await templateFor(settings.templates, message);
      const values = Object.entries(fieldValues(template, message));
      const body = {
        touser: message.recipient,
        template_id: template.id,
        page: pageOf(template, message),
        miniprogram_state: settings.miniprogramState ?? 'formal',
        lang: 'zh_CN',
        data: Object.fromEntries(
          values.map(([field, value]) => [field, { value: fitWechatField(field, value) }]),
        ),
      };
      const { msgid } = await callWechat(
        app,
        '/cgi-bin/message/subscribe/send',
        body,
        z.object({ msgid: z.union([z.number(), z.string()]).optional() }),
      );
      return msgid === undefined ? {} : { providerMessageId: String(msgid) };
    },
  };
}

import * as z from 'zod';
import type { MessageProvider, TemplateSource } from '../provider';
import { fieldValues, pageOf, templateFor } from '../template-values';
import { type AlipayApp, callAlipay } from './alipay-gateway';

export interface AlipayMessageSettings {
  templates: TemplateSource;
  /** Whether recipients are the older user ids (2088…) or open ids of this app. */
  recipientKind?: 'user-id' | 'open-id';
}

/** Alipay mini-program messages (alipay.open.app.mini.templatemessage.send) to those who subscribed. */
export function createAlipayProvider(app: AlipayApp, settings: AlipayMessageSettings): MessageProvider {
  return {
    id: 'alipay',
    async send(message) {
      const template = await templateFor(settings.templates, message);
      const values = Object.entries(fieldValues(template, message));
      const data = Object.fromEntries(values.map(([field, value]) => [field, { value }]));
      const openId = settings.recipientKind === 'open-id';
      await callAlipay(
        app,
        {
          method: 'alipay.open.app.mini.templatemessage.send',
          bizContent: {
            ...(openId ? { toOpenId: message.recipient } : { toUserId: message.recipient }),
            userTemplateId: template.id,
            page: pageOf(template, message) ?? 'pages/index/index',
            data: JSON.stringify(data),
          },
        },
        z.object({ code: z.literal('10000') }),
      );
      return {};
    },
  };
}

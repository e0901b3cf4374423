import * as z from 'zod';
import { text } from '../order/contract/field';

/** What may be written over: the texts for reporters and for staff, and the providers' own templates. */
export const textTargets = ['reporter', 'staff'] as const;
export const platformTargets = ['wechat', 'alipay', 'aliyun-sms'] as const;
export type TextTarget = (typeof textTargets)[number];
export type PlatformTarget = (typeof platformTargets)[number];
export type MessageTarget = TextTarget | PlatformTarget;

export const targetWords: Record<MessageTarget, string> = {
  reporter: '发给反映人',
  staff: '发给工作人员',
  wechat: '微信订阅消息',
  alipay: '支付宝消息',
  'aliyun-sms': '阿里云短信',
};

/** What of a message a provider's template may be filled with. */
export const templateParams = {
  number: '编号',
  unit: '单位',
  state: '进展',
  time: '时间',
  due: '办结期限',
  text: '全文',
} as const;

/** A provider's template for one of our topics: its id there, and what fills each of its fields. */
export const PlatformTemplate = z.strictObject({
  id: text(1, 80),
  fields: z
    .record(
      z.string().regex(/^[a-zA-Z][\w]{0,30}$/, '字段名用字母和数字'),
      z.enum(
        Object.keys(templateParams) as [keyof typeof templateParams, ...(keyof typeof templateParams)[]],
      ),
    )
    .refine((fields) => Object.keys(fields).length <= 10, '最多 10 个字段'),
  page: text(1, 200).optional(),
  /** Granted once and for all (长期订阅). */
  longTerm: z.boolean().optional(),
});
export type PlatformTemplate = z.infer<typeof PlatformTemplate>;
export type MessageContent = { text: string } | PlatformTemplate;

const topic = z.string().min(1).max(60);
const version = z.int().min(0);
/** A text for reporters or staff; null goes back to the built-in one. `version` is the one the form showed, 0 for none. */
export const TextEdit = z.strictObject({
  target: z.enum(textTargets),
  topic,
  text: text(5, 500).nullable(),
  version,
});
export type TextEdit = z.infer<typeof TextEdit>;

export const TemplateEdit = z.strictObject({
  target: z.enum(platformTargets),
  topic,
  template: PlatformTemplate.nullable(),
  version,
});
export type TemplateEdit = z.infer<typeof TemplateEdit>;

import { hourMs, type Instant } from '../sla/instant';
import type { NoticeFacts } from './topic';

/** Made-up facts by which a text can be read before it is saved. */
export const sampleFacts = (now: Instant): NoticeFacts => ({
  number: 'CM20261118000013',
  unit: '示例区人力资源社会保障局',
  unitPhone: '021-59610000',
  queryCode: 'K7M3PQ',
  acceptBy: now + 24 * hourMs,
  contactBy: now + 24 * hourMs,
  resolveBy: now + 72 * hourMs,
  dispatchBy: now + 24 * hourMs,
  words: {
    missing: '单位盖章的申请表原件照片',
    reason: '需要向市级部门核对参保记录',
    plan: '核对后马上办理登记',
    done: '已当面受理，登记已办好',
    explanation: '您反映的是已判决的民事纠纷。',
    basis: '《信访工作条例》第三十一条。',
    rightDoor: '请向区人民法院咨询。',
    request: '请核对参保记录并回复',
    demand: '重新联系反映人并办理',
  },
  params: { days: 3, granted: 1, urged: 2, clock: '办结', dueAt: now + 24 * hourMs },
});

import { roles } from '../order/vocabulary';
import type { OfficeHours } from '../sla/calendar';
import type { DistrictSettings, SettingKey } from './district-settings';

/** The limits that may be set, as the form and the ledger call them. */
export const slaWords = {
  dispatchDays: '派单',
  acceptDays: '接单',
  unitCallbackDays: '单位回访',
  districtCallbackDays: '区级回访',
  rectifyDays: '督办整改',
} as const;
export const settingWords: Record<SettingKey, string> = {
  sla: '办理时限',
  closing: '下班时间',
  hours: '办公时间',
  quiet: '短信安静时段',
  'sign-in': '登录要求',
  keeping: '保存年限',
};

const sayHours = (periods: OfficeHours[]) => {
  const last = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
  const spans = (last?.spans ?? []).map(([from, to]) => `${from}–${to}`).join('、');
  return last ? `${last.from} 起 ${spans}` : '9:00–11:30、13:30–17:00';
};

/** A setting in words, part by part, so that two can be compared. */
export function saySetting<K extends SettingKey>(key: K, all: DistrictSettings): Record<string, string> {
  switch (key) {
    case 'sla':
      return Object.fromEntries(
        Object.entries(slaWords).map(([name, word]) => [
          word,
          `${all.sla[name as keyof typeof slaWords]} 个工作日`,
        ]),
      );
    case 'closing':
      return { 下班时间: all.closing.time };
    case 'hours':
      return { 办公时间: sayHours(all.hours.periods) };
    case 'quiet':
      return { 短信安静时段: `${all.quiet.from} 到次日 ${all.quiet.to}` };
    case 'sign-in':
      return {
        须用动态验证码的角色: all['sign-in'].totpRoles.map((role) => roles[role]).join('、') || '没有',
      };
    default:
      return { 保存年限: `${all.keeping.years} 年` };
  }
}

/** What a change changes: “接单：1 个工作日 → 2 个工作日”. Empty when nothing does. */
export function sayChange(key: SettingKey, before: DistrictSettings, after: DistrictSettings): string[] {
  const was = saySetting(key, before);
  return Object.entries(saySetting(key, after))
    .filter(([word, said]) => was[word] !== said)
    .map(([word, said]) => `${word}：${was[word]} → ${said}`);
}

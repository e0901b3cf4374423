import { dayMs, hourMs, type Instant, minuteMs } from './instant';

export type Light = 'green' | 'yellow' | 'red';

/** Green more than 24 natural hours before due, yellow from exactly 24 h up to and including due, red after (spec 3). */
export function lightOf(dueAt: Instant, now: Instant): Light {
  if (now > dueAt) return 'red';
  return dueAt - now > dayMs ? 'green' : 'yellow';
}

const order: Light[] = ['green', 'yellow', 'red'];
/** The worst of several; green where there is none (spec 3: the order's light). */
export const worstLight = (lights: Light[]): Light =>
  lights.reduce<Light>(
    (worst, light) => (order.indexOf(light) > order.indexOf(worst) ? light : worst),
    'green',
  );

/** Lights carry a word and a shape, never colour alone (spec 8). */
export const lightWords: Record<Light, string> = { green: '正常', yellow: '快到期', red: '已超期' };
export const lightShapes: Record<Light, string> = { green: '●', yellow: '▲', red: '■' };

/** "1 天 3 小时", "25 分钟"; under a minute "不到 1 分钟". */
export function spanText(ms: number): string {
  const days = Math.floor(ms / dayMs);
  const hours = Math.floor((ms % dayMs) / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟';
}

/** "还剩 1 天 3 小时", "已超过 2 小时". */
export const countdownText = (dueAt: Instant, now: Instant): string =>
  now > dueAt ? `已超过 ${spanText(now - dueAt)}` : `还剩 ${spanText(dueAt - now)}`;

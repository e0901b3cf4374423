import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DistrictSettings, SettingKey } from '../../../shared/setting/district-settings';
import { order, staff, staffRole, unit } from '../../db/schema';
import { erasable } from '../../keeping/erase/erase-order';
import { keptSince } from '../../keeping/erase/kept-since';
import type { Context } from '../../order/context';

/** Above this a number is said as "more than". */
const counted = 10_000;

async function unitsWith(ctx: Context, closing: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)` })
    .from(unit)
    .where(and(eq(unit.closing, closing), eq(unit.active, true)));
  return row?.n ?? 0;
}

/** People who must set up a code before they can go on working. */
async function withoutCode(ctx: Context, roles: DistrictSettings['sign-in']['totpRoles']): Promise<number> {
  if (roles.length === 0) return 0;
  const [row] = await ctx.db
    .select({ n: sql<number>`count(distinct ${staff.id})` })
    .from(staff)
    .innerJoin(staffRole, eq(staffRole.staffId, staff.id))
    .where(and(eq(staff.active, true), isNull(staff.totpSecret), inArray(staffRole.role, roles)));
  return row?.n ?? 0;
}

/** Ended orders whose words would go at the next runs of the retention job. */
async function pastKeeping(ctx: Context, years: number): Promise<string> {
  const until = new Date(keptSince(ctx.now(), years)).toISOString();
  const found = ctx.db
    .select({ id: order.id })
    .from(order)
    .where(
      and(
        erasable,
        sql`${order.submittedAt} < ${until}::timestamptz`,
        sql`coalesce(${order.closedAt}, ${order.changedAt}) < ${until}::timestamptz`,
      ),
    )
    .limit(counted)
    .as('found');
  const [row] = await ctx.db.select({ n: sql<number>`count(*)` }).from(found);
  const n = row?.n ?? 0;
  return n >= counted ? `${counted} 件以上` : `${n} 件`;
}

/** For whom a change matters and from when, in sentences that are read before saving. */
export async function effectOf(
  ctx: Context,
  key: SettingKey,
  before: DistrictSettings,
  after: DistrictSettings,
): Promise<string[]> {
  switch (key) {
    case 'sla':
      return ['保存后新开始的期限按新的天数算。', '已经在走的期限和已发出的提醒不变。'];
    case 'closing': {
      const follow = await unitsWith(ctx, before.closing.time);
      return [
        `现在按 ${before.closing.time} 下班的 ${follow} 个单位一起改为 ${after.closing.time}，另有下班时间的单位不变。`,
        '保存后新开始的期限按新的下班时间到期，已经在走的期限不变。',
      ];
    }
    case 'hours':
      return [
        `从 ${after.hours.periods.at(-1)?.from} 起，统计的办理时长和工作人员短信按新的办公时间算。`,
        '以前的日子仍按原来的办公时间算，统计数字不变。',
      ];
    case 'quiet':
      return ['保存后，发给反映人的短信在这段时间里先不发，到点再发。登录验证码随时发。'];
    case 'sign-in': {
      const must = await withoutCode(ctx, after['sign-in'].totpRoles);
      return [
        `有 ${must} 人还没有设置动态验证码，下一次点击时会先请他们设置，设好才能继续工作。`,
        '用政务账号登录的人不受影响。',
      ];
    }
    default:
      return [
        `保存后，已结束满 ${after.keeping.years} 年的诉求会逐步删去内容，现在有 ${await pastKeeping(ctx, after.keeping.years)}。`,
        '删去的内容不能恢复；统计数字和证据链不变。',
      ];
  }
}

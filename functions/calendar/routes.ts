import { OpenAPIHono } from '@hono/zod-openapi';
import { RuleBroken } from '../../shared/order/rule-broken';
import { dayOf, toIso } from '../../shared/sla/instant';
import { holds } from '../desk/queues';
import { withBody } from '../http/define';
import { staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { changeCalendar, previewCalendar, readCalendarData } from './change-calendar';
import { CalendarEdit } from './contract';

const shown = 200;

/** From 1 November on the coming year's notice is missed (spec 3). */
function missingYears(years: number[], today: string): number[] {
  const year = Number(today.slice(0, 4));
  const wanted = today >= `${year}-11-01` ? [year, year + 1] : [year];
  return wanted.filter((each) => !years.includes(each));
}

/** The working calendar: its years and district days, a preview of what a change moves, and the change itself. */
export function calendarRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/', async (c) => {
    const ctx = staffOf(c);
    if (!holds(ctx, 'supervisor', 'admin', 'inspector')) throw new RuleBroken('order.forbidden', {}, 403);
    const { years, overrides } = await readCalendarData(ctx.db);
    const missing = missingYears(
      years.map((each) => each.year),
      dayOf(ctx.now()),
    );
    return c.json({ years, overrides, missing });
  });
  app.openapi(withBody('post', '/preview', CalendarEdit, '改动日历会影响哪些工单'), async (c) => {
    const { year, missing, moved } = await previewCalendar(staffOf(c), c.req.valid('json'));
    const items = moved.slice(0, shown).map(({ number, kind, from, to, provisional }) => ({
      number,
      clock: kind,
      from: toIso(from),
      to: toIso(to),
      provisional,
    }));
    return c.json({ year, missing, count: moved.length, items });
  });
  app.openapi(withBody('post', '/', CalendarEdit, '改动日历'), async (c) =>
    c.json(await changeCalendar(staffOf(c), c.req.valid('json'))),
  );
  return app;
}

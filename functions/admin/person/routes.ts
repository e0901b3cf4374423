import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { cursor, limit, withBody, withQuery } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { endSessions, listSessions } from '../../identity/staff-session';
import { requireKeeper } from '../require-keeper';
import { addPerson, resetPassword, savePerson } from './change-person';
import { NewPerson, PersonInput } from './contract';
import { Identity, linkIdentity, listWaitingIdentities, unlinkIdentity } from './link-identity';
import { listPeople } from './list-people';

const List = z.strictObject({
  q: z.string().trim().min(1).max(60).optional(),
  unit: z.uuid().optional(),
  cursor,
  limit,
});
const Reset = z.strictObject({ totp: z.boolean().default(false) });

/** People, their roles, deputies and absences (spec 6). */
export function personRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withQuery('/', List, '人员'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'unit-lead');
    return c.json(await listPeople(ctx, c.req.valid('query')));
  });
  app.openapi(withBody('post', '/', NewPerson, '新增人员'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'unit-lead');
    return c.json(await addPerson(ctx, c.req.valid('json')));
  });
  app.openapi(withBody('put', '/:id', PersonInput, '修改人员'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'unit-lead');
    await savePerson(ctx, idIn(c), c.req.valid('json'));
    return c.json({ saved: true });
  });
  app.openapi(withBody('post', '/:id/password', Reset, '重置密码'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin', 'unit-lead');
    return c.json(await resetPassword(ctx, idIn(c), c.req.valid('json').totp));
  });
  app.get('/:id/sessions', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ items: await listSessions(ctx, idIn(c), null) });
  });
  app.delete('/:id/sessions', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ ended: await endSessions(ctx, idIn(c), { keep: null }) });
  });
  app.delete('/:id/sessions/:session', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ ended: await endSessions(ctx, idIn(c), { id: idIn(c, 'session') }) });
  });
  app.get('/identities', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ items: await listWaitingIdentities(ctx) });
  });
  app.openapi(withBody('put', '/:id/identity', Identity, '关联政务账号'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    await linkIdentity(ctx, idIn(c), c.req.valid('json'));
    return c.json({ saved: true });
  });
  app.delete('/:id/identity', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    await unlinkIdentity(ctx, idIn(c));
    return c.json({ saved: true });
  });
  return app;
}

import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { builtInText } from '../../../shared/notice/check-text';
import { TemplateEdit, TextEdit, textTargets } from '../../../shared/notice/message-template';
import { text } from '../../../shared/order/contract/field';
import { RuleBroken } from '../../../shared/order/rule-broken';
import { withBody } from '../../http/define';
import { staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { requireKeeper } from '../require-keeper';
import { listChanges } from '../setting/list-changes';
import { changePlatformTemplate, changeText } from './change-template';
import { listTemplates } from './list-templates';
import { previewText } from './preview-text';

const Preview = z.strictObject({
  target: z.enum(textTargets),
  topic: z.string().min(1).max(60),
  text: text(1, 500),
});

/** What messages say, and by which templates the platforms carry them (spec 5). */
export function templateRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.get('/', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin', 'inspector');
    return c.json(await listTemplates(ctx));
  });
  app.get('/history', async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin', 'inspector');
    return c.json({ items: await listChanges(ctx, 'template.changed') });
  });
  app.openapi(withBody('post', '/preview', Preview, '消息在各处的样子'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin');
    const { target, topic, text: typed } = c.req.valid('json');
    if (builtInText(target, topic) === undefined)
      throw new RuleBroken('template.topic-unknown', { path: 'topic' }, 422);
    return c.json(previewText(ctx, target, topic, typed));
  });
  app.openapi(withBody('put', '/text', TextEdit, '改消息文字'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'admin');
    return c.json({ version: await changeText(ctx, c.req.valid('json')) });
  });
  app.openapi(withBody('put', '/platform', TemplateEdit, '改平台模板'), async (c) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'admin');
    return c.json({ version: await changePlatformTemplate(ctx, c.req.valid('json')) });
  });
  return app;
}

import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { toIso } from '../../shared/sla/instant';
import { requireKeeper } from '../admin/require-keeper';
import { cursor, limit, withBody, withQuery } from '../http/define';
import { idIn, staffOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import { bulletinDocx } from './bulletin-docx';
import { exportFigures } from './export-figures';
import { exportRoutes } from './export-routes';
import { getSnapshot, listSnapshots } from './find-snapshot';
import { FreezeFigures, freezeFigures } from './freeze-figures';
import { noticeDocx, previewNotice } from './notice-docx';
import { openDataZip, PublishOpenData, publishOpenData } from './open-data/publish-open-data';
import { sendFile } from './send-file';

const Page = z.strictObject({ cursor, limit });

/** Reports from frozen figures, bulletins as documents, open data (spec 7). */
export function reportRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  const readerOf = (c: Parameters<typeof staffOf>[0]) => {
    const ctx = staffOf(c);
    requireKeeper(ctx, 'supervisor', 'dispatcher', 'inspector');
    return ctx;
  };
  app.openapi(withQuery('/snapshots', Page, '已存的统计数字'), async (c) =>
    c.json(await listSnapshots(readerOf(c), c.req.valid('query'))),
  );
  app.openapi(withBody('post', '/snapshots', FreezeFigures, '存下一期统计数字'), async (c) =>
    c.json(await freezeFigures(staffOf(c), c.req.valid('json')), 201 as 200),
  );
  app.get('/snapshots/:id', async (c) => {
    const snapshot = await getSnapshot(readerOf(c), idIn(c));
    const { id, kind, hash, madeAt, figures } = snapshot;
    return c.json({ id, kind, hash, madeAt: toIso(madeAt), figures, notice: previewNotice(snapshot) });
  });
  app.get('/snapshots/:id/notice.docx', async (c) => {
    const { name, bytes } = await noticeDocx(readerOf(c), idIn(c));
    return sendFile(bytes, 'docx', name);
  });
  app.openapi(withBody('post', '/open-data', PublishOpenData, '存下一年的开放数据'), async (c) =>
    c.json(await publishOpenData(staffOf(c), c.req.valid('json')), 201 as 200),
  );
  app.get('/snapshots/:id/open-data.zip', async (c) => {
    const { name, bytes } = await openDataZip(readerOf(c), idIn(c));
    return sendFile(bytes, 'zip', name);
  });
  app.get('/snapshots/:id/figures.xlsx', async (c) => {
    const { name, body } = await exportFigures(readerOf(c), idIn(c));
    return sendFile(body, 'xlsx', name);
  });
  app.route('/exports', exportRoutes());
  app.get('/bulletins/:id/bulletin.docx', async (c) => {
    const { name, bytes } = await bulletinDocx(staffOf(c), idIn(c));
    return sendFile(bytes, 'docx', name);
  });
  return app;
}

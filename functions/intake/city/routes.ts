import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { cursor, limit, withBody, withQuery } from '../../http/define';
import { idIn, staffOf } from '../../http/guard';
import { type AppEnv, invalidInput } from '../../http/problem';
import { readSheet, readText } from '../sheet/read-sheet';
import { limits } from '../sheet/read-xlsx';
import { sheetRefused } from '../sheet/sheet-refused';
import { xlsxAnswer } from '../sheet/xlsx-answer';
import { EnteredInput, listReturns, markEntered } from './city-returns';
import { exportReport, exportReturns } from './export-city';
import { getImport, listImportRows, listImports } from './list-imports';
import { requireCityDesk, startImport } from './start-import';
import { stepImport } from './step-import';

const Paste = z.strictObject({ text: z.string().min(1).max(900_000) });
const List = z.strictObject({ cursor, limit });
const Rows = z.strictObject({
  outcome: z.enum(['accepted', 'duplicate', 'refused']).optional(),
  cursor: z.coerce.number().int().min(0).optional(),
  limit,
});

/** What the city portal hands over, and what goes back to it (spec 4, `city-portal`). */
export function cityRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  const bounded = bodyLimit({
    maxSize: limits.fileBytes,
    onError: () => {
      throw sheetRefused('too-large');
    },
  });
  app.post('/imports', bounded, async (c) => {
    const ctx = staffOf(c);
    requireCityDesk(ctx);
    const bytes = Buffer.from(await c.req.arrayBuffer());
    const { format, rows } = await readSheet(bytes);
    return c.json(await startImport(ctx, { format, rows, bytes }), 201);
  });
  app.openapi(withBody('post', '/imports/paste', Paste, '粘贴市平台的工单'), async (c) => {
    const ctx = staffOf(c);
    requireCityDesk(ctx);
    const { text } = c.req.valid('json');
    const made = await startImport(ctx, { format: 'paste', rows: readText(text), bytes: text });
    return c.json(made, 201 as 200);
  });
  app.openapi(withQuery('/imports', List, '导入记录'), async (c) =>
    c.json(await listImports(staffOf(c), c.req.valid('query'))),
  );
  app.get('/imports/:id', async (c) => c.json(await getImport(staffOf(c), idIn(c))));
  app.post('/imports/:id/step', async (c) => c.json(await stepImport(staffOf(c), idIn(c))));
  app.openapi(withQuery('/imports/:id/rows', Rows, '逐行结果'), async (c) => {
    const { outcome, cursor: after = -1, limit: size } = c.req.valid('query');
    return c.json(await listImportRows(staffOf(c), idIn(c), { outcome, after, limit: size }));
  });
  app.get('/imports/:id/report.xlsx', async (c) =>
    xlsxAnswer(await exportReport(staffOf(c), idIn(c)), '导入结果'),
  );
  app.openapi(withQuery('/returns', List, '尚未回填到市平台'), async (c) =>
    c.json(await listReturns(staffOf(c), c.req.valid('query'))),
  );
  app.openapi(withBody('post', '/returns', EnteredInput, '已回填'), async (c) =>
    c.json(await markEntered(staffOf(c), c.req.valid('json'))),
  );
  app.get('/returns.xlsx', async (c) => xlsxAnswer(await exportReturns(staffOf(c)), '待回填市平台'));
  return app;
}

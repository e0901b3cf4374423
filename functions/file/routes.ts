import { createHash } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { fileKind } from '../../shared/file/limits';
import { fileProblem } from '../../shared/file/problem';
import { text } from '../../shared/order/contract/field';
import { RuleBroken } from '../../shared/order/rule-broken';
import { dayOf } from '../../shared/sla/instant';
import { actorName } from '../audit/append-event';
import { file } from '../db/schema';
import { decodedPath } from '../http/decoded-path';
import { withBody } from '../http/define';
import { ctxOf } from '../http/guard';
import { type AppEnv, invalidInput } from '../http/problem';
import type { Context } from '../order/context';
import { presentFile } from '../order/present-file';
import { blobPath, verifyBlobUrl } from './blob-url';
import { contentDisposition } from './content-disposition';
import { prepareDocument, preparePicture } from './picture';
import { receiveBlob } from './receive-blob';

const Announce = z.strictObject({
  name: text(0, 200),
  sizeBytes: z
    .int()
    .min(1)
    .max(30 * 1024 * 1024),
  contentType: text(1, 60),
});

async function own(ctx: Context, id: string) {
  const [row] = await ctx.db
    .select()
    .from(file)
    .where(and(eq(file.id, id), eq(file.owner, actorName(ctx.actor))));
  if (!row) throw new RuleBroken('file.not_found', {}, 404);
  return row;
}

/** Checks and re-encodes what was uploaded, under new keys that no signed link reaches (spec 4, Attachments). */
async function finish(ctx: Context, id: string) {
  const row = await own(ctx, id);
  if (row.state !== 'waiting' || !row.uploadKey) return row;
  const bytes = await ctx.store.get(row.uploadKey);
  const base = `file/${dayOf(row.createdAt).replaceAll('-', '/')}/${row.id}`;
  const done: Partial<typeof file.$inferInsert> = { state: 'ready', uploadKey: null };
  if (row.kind === 'picture') {
    const { picture, thumbnail, width, height } = await preparePicture(bytes);
    await ctx.store.put(`${base}.jpg`, picture, 'image/jpeg');
    await ctx.store.put(`${base}-thumbnail.jpg`, thumbnail, 'image/jpeg');
    const sha256 = createHash('sha256').update(picture).digest('hex');
    Object.assign(done, {
      contentType: 'image/jpeg',
      sizeBytes: picture.length,
      sha256,
      width,
      height,
      objectKey: `${base}.jpg`,
      thumbnailKey: `${base}-thumbnail.jpg`,
    });
  } else {
    await prepareDocument(bytes);
    await ctx.store.put(`${base}.pdf`, bytes, 'application/pdf');
    Object.assign(done, {
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      objectKey: `${base}.pdf`,
    });
  }
  const [saved] = await ctx.db
    .update(file)
    .set(done)
    .where(and(eq(file.id, id), eq(file.state, 'waiting')))
    .returning();
  await ctx.store.delete(row.uploadKey);
  return saved ?? (await own(ctx, id));
}

/** Uploads: announced, sent straight to the store by a signed link, then checked by content. */
export function fileRoutes() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidInput(c, result.error)),
  });
  app.openapi(withBody('post', '/', Announce, '准备上传一个文件'), async (c) => {
    const ctx = ctxOf(c);
    const { sizeBytes, contentType } = c.req.valid('json');
    const wrong = fileProblem({ contentType, size: sizeBytes });
    if (wrong) throw new RuleBroken(wrong, { path: 'contentType' }, 422);
    const id = ctx.newId();
    const kind = fileKind(contentType) ?? 'picture';
    const key = `upload/${dayOf(ctx.now()).replaceAll('-', '/')}/${id}`;
    await ctx.db.insert(file).values({
      id,
      owner: actorName(ctx.actor),
      state: 'waiting',
      kind,
      contentType,
      sizeBytes,
      uploadKey: key,
      createdAt: ctx.now(),
    });
    const upload = await ctx.store.presignPut({ key, size: sizeBytes, contentType, expiresSeconds: 900 });
    return c.json({ id, upload });
  });
  app.post('/:id/complete', async (c) => {
    const ctx = ctxOf(c);
    const id = c.req.param('id');
    if (!z.uuid().safeParse(id).success) throw new RuleBroken('file.not_found', {}, 404);
    return c.json(await presentFile(ctx, await finish(ctx, id), 0));
  });
  app.delete('/:id', async (c) => {
    const ctx = ctxOf(c);
    const id = c.req.param('id');
    if (!z.uuid().safeParse(id).success) throw new RuleBroken('file.not_found', {}, 404);
    const row = await own(ctx, id);
    if (row.state === 'claimed') throw new RuleBroken('order.forbidden', {}, 403);
    for (const key of [row.uploadKey, row.objectKey, row.thumbnailKey]) if (key) await ctx.store.delete(key);
    await ctx.db.delete(file).where(eq(file.id, id));
    return c.body(null, 204);
  });
  return app;
}

/** Bytes in and out by signed link, where this server is its own object store. */
export function blobRoutes() {
  const app = new OpenAPIHono<AppEnv>();
  app.on(['GET', 'PUT'], '/blob/*', async (c) => {
    const { blobs, now } = c.get('deps');
    if (!blobs) throw new RuleBroken('file.not_found', {}, 404);
    const url = new URL(c.req.url);
    const key = decodedPath(c.req.url)?.slice(blobPath.length) ?? '';
    const { method } = c.req;
    const grant = verifyBlobUrl({
      signingKey: blobs.signingKey,
      method,
      key,
      query: url.searchParams,
      now: now(),
    });
    if (grant.method === 'PUT') {
      await receiveBlob(blobs.store, grant, {
        contentType: c.req.header('content-type'),
        body: c.req.raw.body,
      });
      return c.body(null, 204);
    }
    return c.body(new Uint8Array(await blobs.store.get(key)), 200, {
      'content-type': grant.contentType,
      'content-disposition': contentDisposition(grant.fileName),
      'cache-control': 'private, max-age=600',
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
}

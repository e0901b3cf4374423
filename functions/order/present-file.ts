import type { FileView } from '../../shared/order/view';
import type { file } from '../db/schema';
import type { Context } from './context';

const linkSeconds = 600;
type FileRow = typeof file.$inferSelect;

/** A file with short-lived signed links (spec 4); `index` among those of its kind that came at the same time. */
export async function presentFile(ctx: Context, row: FileRow, index: number): Promise<FileView> {
  const name = row.kind === 'picture' ? `照片${index + 1}.jpg` : `附件${index + 1}.pdf`;
  const link = (key: string | null, contentType: string, fileName?: string) =>
    key ? ctx.store.presignGet(key, linkSeconds, { contentType, fileName }) : Promise.resolve(null);
  return {
    id: row.id,
    kind: row.kind,
    name,
    sizeBytes: row.sizeBytes,
    width: row.width,
    height: row.height,
    url: (await link(row.objectKey, row.contentType, row.kind === 'document' ? name : undefined)) ?? '',
    thumbnailUrl: await link(row.thumbnailKey, 'image/jpeg'),
  };
}

import { and, eq, inArray } from 'drizzle-orm';
import { contentCheck } from '../db/schema';
import type { Deps } from '../order/context';

/** What staff are told of an order's words and pictures; a flag is a hint, the report stays as it is. */
export async function contentFlags(deps: Deps, orderId: string): Promise<string[]> {
  const rows = await deps.db
    .select({ state: contentCheck.state, fileId: contentCheck.fileId })
    .from(contentCheck)
    .where(and(eq(contentCheck.orderId, orderId), inArray(contentCheck.state, ['flagged', 'unchecked'])))
    .limit(100);
  const has = (state: string, picture: boolean) =>
    rows.some((row) => row.state === state && (row.fileId !== null) === picture);
  return [
    has('flagged', false) ? '平台提示文字需留意' : '',
    has('flagged', true) ? '平台提示照片需留意' : '',
    rows.some((row) => row.state === 'unchecked') ? '平台未完成内容检查' : '',
  ].filter(Boolean);
}

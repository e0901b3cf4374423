import type { FileView } from '../../../../shared/order/view';
import type { ChosenFile } from '../platform/chosen-file';
import { lastWord } from '../platform/last-word';
import { type SendTarget, sendFile } from '../platform/send-file';
import { ask } from '../request/ask';
import { readSession } from '../setting/session';

interface Opened {
  id: string;
  upload: SendTarget & { method: 'PUT' };
}

/** Uploads of this visit that no report has claimed yet. */
const unclaimed = new Map<string, string | null>();

/** From here on they belong to a report. */
export const claimUploads = (ids: string[]): void => {
  for (const id of ids) unclaimed.delete(id);
};

/** Takes back what was sent and belongs to no report: a terminal leaves nothing behind. */
export async function takeBackUploads(): Promise<void> {
  const left = [...unclaimed];
  unclaimed.clear();
  await Promise.all(left.map(([id, token]) => token && lastWord(`/files/${id}`, token)));
}

/** Sends one file in three steps: open, bytes, complete. Throws Problem or an error of the way. */
export async function uploadFile(
  file: ChosenFile,
  token: string | null,
  onShare: (share: number) => void,
): Promise<FileView> {
  const bearer = token ?? readSession()?.token ?? null;
  const opened = await ask<Opened>({
    method: 'POST',
    path: '/files',
    body: { name: file.name, sizeBytes: file.sizeBytes, contentType: file.contentType },
    token: bearer,
  });
  unclaimed.set(opened.id, bearer);
  await sendFile(opened.upload, file.body, onShare).done;
  return ask<FileView>({ method: 'POST', path: `/files/${opened.id}/complete`, body: {}, token: bearer });
}

export const removeFile = (id: string, token: string | null) => {
  unclaimed.delete(id);
  return ask<null>({ method: 'DELETE', path: `/files/${id}`, token: token ?? readSession()?.token ?? null });
};

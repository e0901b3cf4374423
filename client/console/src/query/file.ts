import { request } from '../request/request';
import { type SignedUpload, sendUpload } from '../request/send-upload';

/** Sends one file: announced, put into the store, checked by the server (spec 4); gives the id a command names it by. */
export async function uploadFile(
  file: File,
  contentType: string,
  onShare: (share: number) => void,
): Promise<string> {
  const { id, upload } = await request<{ id: string; upload: SignedUpload }>('POST', '/files', {
    name: file.name,
    sizeBytes: file.size,
    contentType,
  });
  await sendUpload(upload, file, onShare);
  await request('POST', `/files/${id}/complete`, {});
  return id;
}

/** Takes back what was sent and goes with nothing; what cannot be taken back now is swept by the server within a day. */
export const removeUpload = (id: string): Promise<unknown> =>
  request('DELETE', `/files/${id}`).catch(() => null);

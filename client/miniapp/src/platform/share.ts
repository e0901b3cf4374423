import { isFramed, tellHost } from './host';

/**
 * Hands the address of the window on: by the host app, by the phone's own share sheet, or else to the clipboard.
 * Answers whether it was put on the clipboard, so that the person can be told.
 */
export async function shareWindow(title: string): Promise<'shared' | 'copied' | 'failed'> {
  const url = `${window.location.origin}/home`;
  if (isFramed()) {
    await tellHost({ kind: 'share', title, url });
    return 'shared';
  }
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title, url });
      return 'shared';
    }
    await navigator.clipboard.writeText(`${title} ${url}`);
    return 'copied';
  } catch (failure) {
    return failure instanceof DOMException && failure.name === 'AbortError' ? 'shared' : 'failed';
  }
}

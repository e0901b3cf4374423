/** RFC 6266: shown in the page, or saved under this name (written as RFC 8187 asks, so that Chinese names survive). */
export function contentDisposition(fileName: string | undefined): string {
  if (fileName === undefined) return 'inline';
  const encoded = encodeURIComponent(fileName.replace(/\p{Cs}/gu, '')).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

/** A spreadsheet for download under a Chinese name; never kept by caches. */
export const xlsxAnswer = (body: ReadableStream, name: string): Response =>
  new Response(body, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
      'cache-control': 'no-store',
    },
  });

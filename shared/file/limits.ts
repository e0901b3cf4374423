/** A picture is shown, a document is only handed on. */
export type FileKind = 'picture' | 'document';

const megabyte = 1024 * 1024;

/** What one report may carry (spec 4, Attachments). `maxBytes` is of one file as it is sent. */
export const fileLimits = {
  picture: {
    maxCount: 9,
    maxBytes: 10 * megabyte,
    contentTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'],
  },
  document: { maxCount: 3, maxBytes: 20 * megabyte, contentTypes: ['application/pdf'] },
} as const satisfies Record<
  FileKind,
  { maxCount: number; maxBytes: number; contentTypes: readonly string[] }
>;

/** A picture is kept with its longer side no longer than this, in pixels (spec 4). */
export const longestSide = 2560;
/** A photo of no more bytes is sent as it is; a larger one is redrawn before. */
export const smallEnough = 1.5 * megabyte;

/** A content type that is accepted. */
export type FileContentType = (typeof fileLimits)[FileKind]['contentTypes'][number];

/** What is said beside the button that adds files. */
export const fileLimitSentence = {
  picture: '最多 9 张照片，每张不超过 10 MB，支持 JPG、PNG、WebP、HEIC 格式。',
  document: '最多 3 个 PDF 文件，每个不超过 20 MB。',
} as const satisfies Record<FileKind, string>;

/** Which kind a content type belongs to; `null` when it is not accepted. */
export function fileKind(contentType: string): FileKind | null {
  const kinds: FileKind[] = ['picture', 'document'];
  return kinds.find((kind) => fileLimits[kind].contentTypes.some((type) => type === contentType)) ?? null;
}

const typeOfExtension: Record<string, FileContentType> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  heif: 'image/heif',
  pdf: 'application/pdf',
};

/** The content type to announce for a file whose type the phone does not say (browsers know no HEIC). */
export function contentTypeOfName(fileName: string): FileContentType | null {
  const extension = fileName.toLowerCase().split('.').at(-1) ?? '';
  return typeOfExtension[extension] ?? null;
}

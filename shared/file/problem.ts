import { fileKind, fileLimitSentence, fileLimits } from './limits';

/** Why a file is not taken, in words for the person who sent it. */
export const fileProblemSentence = {
  'file.wrong_type': '这种文件暂不支持。请上传 JPG、PNG、WebP、HEIC 照片或 PDF 文件。',
  'file.animated': '动图暂不支持，请换一张普通照片。',
  'file.empty': '这个文件是空的，请重新选择。',
  'file.picture_too_large': '这张照片超过 10 MB，请压缩后再上传。',
  'file.document_too_large': '这个 PDF 超过 20 MB，请压缩或拆分后再上传。',
  'file.too_many_pictures': fileLimitSentence.picture,
  'file.too_many_documents': fileLimitSentence.document,
  'file.too_many_pixels': '这张照片的尺寸太大，请缩小后再上传。',
  'file.damaged': '这个文件打不开，可能没有传完整，请重新上传。',
  'file.size_differs': '文件没有传完整，请重新上传。',
  'file.link_expired': '链接已过期，请返回后重新打开。',
  'file.link_invalid': '链接无效，请返回后重新打开。',
  'file.not_found': '没有找到这个文件。',
} as const;

export type FileProblem = keyof typeof fileProblemSentence;

/** What is wrong with a file before it is sent; `null` when it may be sent. `size` in bytes. */
export function fileProblem(file: { contentType: string; size: number }): FileProblem | null {
  const kind = fileKind(file.contentType);
  if (file.contentType === 'image/gif') return 'file.animated';
  if (!kind) return 'file.wrong_type';
  if (file.size <= 0) return 'file.empty';
  if (file.size > fileLimits[kind].maxBytes) return `file.${kind}_too_large`;
  return null;
}

/** What is wrong with all files of one report together; `null` when they may go with it. */
export function fileCountProblem(contentTypes: string[]): FileProblem | null {
  const kinds = contentTypes.map(fileKind);
  if (kinds.filter((kind) => kind === 'picture').length > fileLimits.picture.maxCount)
    return 'file.too_many_pictures';
  if (kinds.filter((kind) => kind === 'document').length > fileLimits.document.maxCount) {
    return 'file.too_many_documents';
  }
  return null;
}

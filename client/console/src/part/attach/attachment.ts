import type { FormRule } from 'antd';
import { contentTypeOfName, type FileKind, fileKind } from '../../../../../shared/file/limits';
import { fileCountProblem, fileProblem, fileProblemSentence } from '../../../../../shared/file/problem';

/** A file beside a form: on its way, arrived under an id, or not arrived. */
export interface Attachment {
  key: string;
  file: File;
  contentType: string;
  kind: FileKind;
  state: 'sending' | 'done' | 'failed';
  id: string | null;
  /** Why it did not arrive. */
  said: string | null;
}

/** The files picked that may be added to those held, and why the others may not, each with its name. */
export function admitFiles(held: Attachment[], picked: File[]): { added: Attachment[]; refused: string[] } {
  const added: Attachment[] = [];
  const refused: string[] = [];
  for (const file of picked) {
    const contentType = file.type || contentTypeOfName(file.name) || '';
    const types = [...held, ...added].map((each) => each.contentType);
    const wrong = fileProblem({ contentType, size: file.size }) ?? fileCountProblem([...types, contentType]);
    const kind = fileKind(contentType);
    if (wrong) refused.push(`${file.name}：${fileProblemSentence[wrong]}`);
    else if (kind)
      added.push({
        key: crypto.randomUUID(),
        file,
        contentType,
        kind,
        state: 'sending',
        id: null,
        said: null,
      });
  }
  return { added, refused };
}

/** What keeps the form from being sent because of its files, in words; null when nothing does. */
function unsentWords(held: Attachment[]): string | null {
  if (held.some((each) => each.state === 'sending')) return '还有文件正在上传，请稍等再提交。';
  const failed = held.filter((each) => each.state === 'failed').length;
  return failed > 0 ? `有 ${failed} 个文件没有传上去，请重试或删去后再提交。` : null;
}

/** Lets a form be sent as soon as its files have arrived, and says what is missing before. */
export const allArrived: FormRule = {
  validator: async (_, held: Attachment[] | undefined) => {
    const words = unsentWords(held ?? []);
    if (words) throw new Error(words);
  },
};

/** The ids of the files that arrived. */
export const arrivedIds = (held: Attachment[]): string[] => held.flatMap((each) => each.id ?? []);

import { type FileProblem, fileProblemSentence } from '../../shared/file/problem';
import { RuleBroken } from '../../shared/order/rule-broken';

const statusOf = (problem: FileProblem) => {
  if (problem === 'file.not_found') return 404;
  return problem === 'file.link_expired' || problem === 'file.link_invalid' ? 403 : 422;
};

/** A file that is not taken or not given; `sentence` is Chinese and may be shown. */
export class FileRefused extends RuleBroken {
  readonly sentence: string;

  constructor(
    override readonly code: FileProblem,
    options?: { cause: unknown },
  ) {
    const sentence = fileProblemSentence[code];
    super(code, { sentence }, statusOf(code));
    this.name = 'FileRefused';
    this.sentence = sentence;
    if (options) this.cause = options.cause;
  }
}

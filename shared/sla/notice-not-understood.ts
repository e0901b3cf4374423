/** A pasted holiday notice holds words that cannot be read; `words` quotes them, `reason` says what is wrong. */
export class NoticeNotUnderstood extends Error {
  constructor(
    readonly words: string,
    readonly reason: string,
  ) {
    super(`没有看懂“${words}”：${reason}。`);
    this.name = 'NoticeNotUnderstood';
  }
}

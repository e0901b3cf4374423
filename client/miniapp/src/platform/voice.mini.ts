import type { ListenProblem } from './voice';

/** The phone's own keyboard listens; mini-programs offer nothing without a further plug-in. */
export const canListen = (): boolean => false;

export function listen(
  _language: 'zh' | 'en',
  _onWords: (words: string) => void,
  onEnd: (problem: ListenProblem | null) => void,
): () => void {
  onEnd('failed');
  return () => undefined;
}

import type { Db, Tx } from './connect';

const tries = 5;
/** Deadlock and serialization failure: PostgreSQL has undone everything, so it may simply be done again. */
const again = new Set(['40P01', '40001']);
const codeOf = (error: unknown) => {
  const failure = error as { code?: string; cause?: { code?: string } };
  return failure.cause?.code ?? failure.code ?? '';
};

/** Runs `work` in one transaction; two that lock the same orders in opposite directions are told nothing of it. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (left <= 1 || !again.has(codeOf(error))) throw error;
      await new Promise((done) => setTimeout(done, 20 + Math.random() * 80));
    }
  }
}

import type { Db, Tx } from '../db/connect';
import { figureState } from './figure-state';

interface Kept {
  state: string;
  text: string;
}
interface Shelf {
  kept: Map<string, Kept>;
  characters: number;
}

const most = { answers: 400, characters: 8_000_000 };
const shelves = new WeakMap<Db, Shelf>();

function takeOff(shelf: Shelf, question: string): Kept | undefined {
  const there = shelf.kept.get(question);
  if (there === undefined) return undefined;
  shelf.kept.delete(question);
  shelf.characters -= there.text.length;
  return there;
}

/** Whatever was longest in nobody's use makes room. */
function put(shelf: Shelf, question: string, answer: Kept): void {
  takeOff(shelf, question);
  if (answer.text.length > most.characters / 4) return;
  shelf.kept.set(question, answer);
  shelf.characters += answer.text.length;
  for (const oldest of shelf.kept.keys()) {
    if (shelf.kept.size <= most.answers && shelf.characters <= most.characters) return;
    takeOff(shelf, oldest);
  }
}

/**
 * The answer to a question that depends on nothing but the figures' state, from memory where it was given in this very
 * state: state and answer are read in one snapshot, so `tx` must be repeatable read. It must be writable as JSON.
 */
export async function keptAnswer<T>(
  { db, tx }: { db: Db; tx: Tx },
  question: unknown,
  read: () => Promise<T>,
): Promise<T> {
  const shelf = shelves.get(db) ?? { kept: new Map<string, Kept>(), characters: 0 };
  shelves.set(db, shelf);
  const key = JSON.stringify(question);
  const state = await figureState(tx);
  const there = takeOff(shelf, key);
  if (there?.state === state) {
    put(shelf, key, there);
    return JSON.parse(there.text) as T;
  }
  const answer = await read();
  put(shelf, key, { state, text: JSON.stringify(answer) });
  return answer;
}

/** Forgets all answers of a database: the next are read anew. */
export function forgetAnswers(db: Db): void {
  shelves.delete(db);
}

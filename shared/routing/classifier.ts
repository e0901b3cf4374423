import { fitSharpness, softmax } from './calibration';
import { margin, nudgePlane, type Plane, type SparseVector, solvePlane } from './linear-solver';
import { scaleVector, tellingFactors } from './telling-words';
import { countWords, learnWords, type Vocabulary, vectorOf, type Words } from './vocabulary';

/** A past dispatch: its words and where it finally went. */
export interface Sample extends Words {
  label: string;
}

/** A linear model, one plane per label, over character pairs and words. */
export interface Classifier {
  vocabulary: Vocabulary;
  labels: string[];
  planes: Plane[];
  sharpness: number;
}

export interface Suggestion {
  label: string;
  /** 0 to 1; all labels together make 1. */
  probability: number;
  /** The words of the text that spoke most for this label, strongest first. */
  because: string[];
}

const rounds = 10;
const keptShare = 5;

const emptyClassifier = (): Classifier => ({
  vocabulary: { ids: new Map(), words: [], texts: [], total: 0 },
  labels: [],
  planes: [],
  sharpness: 2,
});

function planeFor(vectors: readonly SparseVector[], isMember: (at: number) => boolean, words: number): Plane {
  const factors = tellingFactors(vectors, isMember, words);
  const scaled = vectors.map((vector) => scaleVector(vector, factors));
  const { weights, bias } = solvePlane(scaled, isMember, words, rounds);
  return { weights: weights.map((weight, id) => weight * (factors[id] ?? 1)), bias };
}

const marginsOf = (planes: readonly Plane[], vector: SparseVector) =>
  planes.map((plane) => margin(plane, vector));

type Steps<T> = Generator<undefined, T>;

function* planesOf(
  vectors: readonly SparseVector[],
  truths: readonly number[],
  labels: number,
  words: number,
): Steps<Plane[]> {
  const planes: Plane[] = [];
  for (let label = 0; label < labels; label += 1) {
    planes.push(planeFor(vectors, (at) => truths[at] === label, words));
    yield;
  }
  return planes;
}

function* sharpnessFor(
  vectors: SparseVector[],
  truths: readonly number[],
  labels: number,
  words: number,
): Steps<number> {
  const isKept = (at: number) => at % keptShare === keptShare - 1;
  const learnt = vectors.filter((_, at) => !isKept(at));
  const learntTruths = truths.filter((_, at) => !isKept(at));
  if (learnt.length === vectors.length) return 2;
  const planes = yield* planesOf(learnt, learntTruths, labels, words);
  const kept = vectors.flatMap((vector, at) =>
    isKept(at) ? [{ margins: marginsOf(planes, vector), truth: truths[at] ?? 0 }] : [],
  );
  return fitSharpness(kept);
}

/**
 * Learns from past dispatches which label a text goes to, in steps between which something else may be done.
 * Deterministic; about a second per 10⁶ words × labels. Every fifth sample is kept out once to calibrate the
 * probabilities. No samples: a model that suggests nothing.
 */
export function* training(samples: readonly Sample[]): Steps<Classifier> {
  const model = emptyClassifier();
  if (samples.length === 0) return model;
  model.labels = [...new Set(samples.map((sample) => sample.label))];
  const counts = samples.map(countWords);
  yield;
  learnWords(model.vocabulary, counts, samples.length < 50 ? 1 : 2);
  yield;
  const words = model.vocabulary.words.length;
  const vectors = counts.map((count) => vectorOf(model.vocabulary, count));
  yield;
  const numberOf = new Map(model.labels.map((label, at) => [label, at]));
  const truths = samples.map((sample) => numberOf.get(sample.label) ?? 0);
  model.planes = yield* planesOf(vectors, truths, model.labels.length, words);
  model.sharpness = yield* sharpnessFor(vectors, truths, model.labels.length, words);
  return model;
}

/** The whole of `training` at once. */
export function train(samples: readonly Sample[]): Classifier {
  const steps = training(samples);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function makeRoom(plane: Plane, words: number): void {
  if (plane.weights.length >= words) return;
  const wider = new Float64Array(words + 1024);
  wider.set(plane.weights);
  plane.weights = wider;
}

/** Teaches a model one more dispatch in place, in milliseconds; new words and a new label are taken in. */
export function update(model: Classifier, sample: Sample): void {
  const counts = countWords(sample);
  learnWords(model.vocabulary, [counts], 1);
  if (!model.labels.includes(sample.label)) {
    model.labels.push(sample.label);
    model.planes.push({ weights: new Float64Array(0), bias: -1 });
  }
  const vector = vectorOf(model.vocabulary, counts);
  model.planes.forEach((plane, label) => {
    makeRoom(plane, model.vocabulary.words.length);
    nudgePlane(plane, vector, model.labels[label] === sample.label);
  });
}

/** The strongest words that are no part of a stronger one. */
function spokenFor({ weights }: Plane, { ids, values }: SparseVector, { words }: Vocabulary): string[] {
  const ranked = [...ids]
    .map((id, at) => ({ word: words[id] ?? '', weight: (weights[id] ?? 0) * (values[at] ?? 0) }))
    .filter(({ word, weight }) => weight > 0 && word.length > 1 && !/^\d+$/.test(word))
    .sort((a, b) => b.weight - a.weight);
  return ranked.slice(0, 4).map(({ word }) => word);
}

/** The `k` likeliest labels for a text, likeliest first, each with its probability and the words that spoke for it. */
export function suggest(model: Classifier, words: Words | string, k: number): Suggestion[] {
  const vector = vectorOf(model.vocabulary, countWords(typeof words === 'string' ? { text: words } : words));
  const probabilities = softmax(marginsOf(model.planes, vector), model.sharpness);
  return probabilities
    .map((probability, at) => ({ probability, at }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, k)
    .flatMap(({ probability, at }) => {
      const plane = model.planes[at];
      const label = model.labels[at];
      if (!plane || label === undefined) return [];
      return [{ label, probability, because: spokenFor(plane, vector, model.vocabulary) }];
    });
}

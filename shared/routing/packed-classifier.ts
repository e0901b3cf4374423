import type { Classifier } from './classifier';

/** A model as JSON: weights as whole numbers of 15 bits against the largest of their label, zeros left out. */
export interface PackedClassifier {
  version: 1;
  words: string;
  texts: number[];
  total: number;
  labels: string[];
  sharpness: number;
  /** Per label: the bias, the unit of a weight, and steps to the next word with its weight, in turns. */
  planes: { bias: number; unit: number; entries: number[] }[];
}

const largest = 16_383;

/** Packs a model for storage; what is lost is below a ten-thousandth of each label's largest weight. */
export function packClassifier(model: Classifier): PackedClassifier {
  const { words, texts, total } = model.vocabulary;
  const planes = model.planes.map(({ weights, bias }) => {
    const unit = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) / largest || 1;
    const entries: number[] = [];
    let last = 0;
    weights.forEach((weight, id) => {
      const whole = Math.round(weight / unit);
      if (whole === 0) return;
      entries.push(id - last, whole);
      last = id;
    });
    return { bias, unit, entries };
  });
  return {
    version: 1,
    words: words.join(' '),
    texts,
    total,
    labels: model.labels,
    sharpness: model.sharpness,
    planes,
  };
}

/** The model that was packed. Throws RangeError on a version it does not know: train anew. */
export function unpackClassifier(packed: PackedClassifier): Classifier {
  if (packed.version !== 1) throw new RangeError('classifier.unknown_version');
  const words = packed.words === '' ? [] : packed.words.split(' ');
  const planes = packed.planes.map(({ bias, unit, entries }) => {
    const weights = new Float64Array(words.length);
    let id = 0;
    for (let at = 0; at < entries.length; at += 2) {
      id += entries[at] ?? 0;
      weights[id] = (entries[at + 1] ?? 0) * unit;
    }
    return { weights, bias };
  });
  const ids = new Map(words.map((word, id) => [word, id]));
  const vocabulary = { ids, words, texts: [...packed.texts], total: packed.total };
  return { vocabulary, labels: [...packed.labels], planes, sharpness: packed.sharpness };
}

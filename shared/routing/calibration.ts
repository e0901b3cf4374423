/** Margins to probabilities that sum to 1; a sharper scale is more certain. */
export function softmax(margins: readonly number[], sharpness: number): number[] {
  const top = Math.max(...margins);
  const powers = margins.map((value) => Math.exp(sharpness * (value - top)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The sharpness under which texts kept out of training are predicted with the least surprise (temperature scaling). */
export function fitSharpness(kept: readonly { margins: readonly number[]; truth: number }[]): number {
  const surpriseOf = (sharpness: number) =>
    kept.reduce(
      (sum, { margins, truth }) => sum - Math.log(Math.max(1e-9, softmax(margins, sharpness)[truth] ?? 0)),
      0,
    );
  let best = 2;
  let least = surpriseOf(best);
  for (let sharpness = 0.5; sharpness <= 12; sharpness *= 1.15) {
    const surprise = surpriseOf(sharpness);
    if (surprise < least) {
      least = surprise;
      best = sharpness;
    }
  }
  return best;
}

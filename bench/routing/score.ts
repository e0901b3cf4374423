export interface Score {
  top1: number;
  top3: number;
  macroF1: number;
  /** Mean distance of stated probability and truth over ten bands (expected calibration error). */
  calibrationError: number;
  seconds: number;
}

export interface Answer {
  truth: string;
  ranked: { label: string; probability: number }[];
}

function f1Of(label: string, answers: readonly Answer[]): number {
  const said = answers.filter(({ ranked }) => ranked[0]?.label === label);
  const right = said.filter(({ truth }) => truth === label).length;
  const are = answers.filter(({ truth }) => truth === label).length;
  return said.length + are === 0 ? 0 : (2 * right) / (said.length + are);
}

function calibrationError(answers: readonly Answer[]): number {
  let sum = 0;
  for (let band = 0; band < 10; band += 1) {
    const here = answers.filter(
      ({ ranked }) => Math.min(9, Math.floor((ranked[0]?.probability ?? 0) * 10)) === band,
    );
    const stated = here.reduce((total, { ranked }) => total + (ranked[0]?.probability ?? 0), 0);
    const right = here.filter(({ truth, ranked }) => ranked[0]?.label === truth).length;
    sum += Math.abs(stated - right);
  }
  return sum / (answers.length || 1);
}

/** What the answers are worth, all folds taken together. */
export function scoreAnswers(answers: readonly Answer[], seconds: number): Score {
  const labels = [...new Set(answers.map(({ truth }) => truth))];
  const within = (k: number) =>
    answers.filter(({ truth, ranked }) => ranked.slice(0, k).some(({ label }) => label === truth)).length /
    (answers.length || 1);
  return {
    top1: within(1),
    top3: within(3),
    macroF1: labels.reduce((sum, label) => sum + f1Of(label, answers), 0) / (labels.length || 1),
    calibrationError: calibrationError(answers),
    seconds,
  };
}

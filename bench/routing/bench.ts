import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clusterReports } from '../../shared/text/cluster';
import { crossValidate } from './cross-validate';
import { simulateDispatches } from './past-dispatches';
import { measureDuplicates } from './planted-duplicates';
import { type MessageSets, readCatalogue, readMessages } from './read-messages';
import { measureRules } from './rule-time';
import type { Score } from './score';

const folder = process.argv[2] ?? join(__dirname, '../../../shared/data/messages');
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

function head(title: string, ...cells: string[]): void {
  console.log(`\n### ${title}\n`);
  row(...cells);
  row(...cells.map(() => '---'));
}

function rowOf(name: string, score: Score): void {
  const { top1, top3, macroF1, calibrationError, seconds } = score;
  row(
    name,
    percent(top1),
    percent(top3),
    macroF1.toFixed(3),
    calibrationError.toFixed(3),
    seconds.toFixed(1),
  );
}

const scoreHead = ['set', 'top-1', 'top-3', 'macro F1', 'calibration error', 'seconds, 5 folds'];

function benchMessages({ raw, segmented }: MessageSets): void {
  head('Suggestions: 7 labels, 5-fold cross-validation', ...scoreHead);
  for (const [name, samples] of [
    ['raw', raw],
    ['segmented', segmented],
  ] as const) {
    const { words, both } = crossValidate(samples);
    rowOf(`${name} (${samples.length}), words`, words);
    rowOf(`${name} (${samples.length}), words and similar orders`, both);
  }
  row('published: TF-IDF + SVM', '', '', '0.90–0.92', '', '');
  row('published: fastText (averaging not stated)', '', '', '0.93', '', '');
  row('published: balanced LinearSVC', '', '', '0.86', '', '');
  row('published: TextCNN', '', '', '0.81', '', '');
  row('published: TF-IDF + naive Bayes', '', '', '0.64–0.74', '', '');
}

function benchCatalogue(path: string): void {
  const items = readCatalogue(path);
  const departments = new Set(items.map(({ department }) => department)).size;
  const dispatches = simulateDispatches(items, 5);
  head(`Simulated dispatches: ${items.length} items, ${departments} departments`, ...scoreHead);
  const seen = crossValidate(dispatches);
  rowOf('item seen before, words', seen.words);
  rowOf('item seen before, words and similar orders', seen.both);
  const unseen = crossValidate(dispatches, (_, at) => dispatches[at]?.item ?? 0);
  rowOf('item never seen, words', unseen.words);
  rowOf('item never seen, words and similar orders', unseen.both);
}

function benchRules(): void {
  const { owners, indexMs, medianMs, p999Ms } = measureRules();
  head('Rules: 5,000 matters, 200 places', 'owner rows', 'index, ms', 'decision median, ms', '99.9 %, ms');
  row(owners, indexMs.toFixed(0), medianMs.toFixed(4), p999Ms.toFixed(4));
}

function benchDuplicates({ unlabelled }: MessageSets): void {
  const { planted, recall, precisionFirst, precisionAll, msPerReport } = measureDuplicates(unlabelled);
  head(
    'Duplicates: re-told messages',
    'planted',
    'among',
    'recall',
    'precision, first offer',
    'all offers',
    'ms each',
  );
  row(
    planted,
    unlabelled.length,
    percent(recall),
    percent(precisionFirst),
    percent(precisionAll),
    msPerReport.toFixed(1),
  );
}

function benchClusters({ unlabelled }: MessageSets): void {
  const items = unlabelled.map(({ title, text, at }, id) => ({
    id: String(id),
    text: `${title}。${text}`,
    at,
  }));
  const last = items.reduce((latest, { at }) => Math.max(latest, at), 0) + 1;
  const period = { from: last - 90 * 86_400_000, to: last };
  head('Hot issues', 'reports', 'seconds', 'clusters', 'in clusters', 'largest');
  for (const share of [0.5, 1]) {
    const part = items.slice(0, Math.floor(items.length * share));
    const started = performance.now();
    const found = clusterReports(part, period);
    const seconds = (performance.now() - started) / 1000;
    const inside = found.reduce((sum, { size }) => sum + size, 0);
    const largest = found.reduce((most, cluster) => (cluster.size > most.size ? cluster : most), {
      size: 0,
      title: '',
    });
    row(part.length, seconds.toFixed(1), found.length, inside, `${largest.size}: ${largest.title}`);
  }
}

benchRules();
const messages = readMessages(folder);
if (messages) {
  benchDuplicates(messages);
  benchClusters(messages);
  benchMessages(messages);
} else console.log(`\nNo messages at ${folder}: suggestions, duplicates and hot issues are not measured.`);
const catalogue = [join(folder, '../catalogue'), join(__dirname, '../../data')]
  .map((place) => join(place, 'service_items_guangan_511602.jsonl'))
  .find(existsSync);
if (catalogue) benchCatalogue(catalogue);
else console.log('\nNo service catalogue: simulated dispatches are not measured.');

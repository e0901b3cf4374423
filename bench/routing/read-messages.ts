import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from '../../shared/routing/classifier';

interface Message {
  title?: string | null;
  text?: string | null;
  tokens?: string;
  time?: string;
  label?: string;
}

function readLines<Row>(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Row => JSON.parse(line));
}

export interface MessageSets {
  raw: Sample[];
  segmented: Sample[];
  unlabelled: { title: string; text: string; at: number }[];
}

const sampleOf = ({ title, text, tokens, label }: Message): Sample => ({
  text: tokens ?? text ?? '',
  title: title ?? '',
  label: label ?? '',
});

/** The three sets of citizens' messages, or null where they are not at hand. */
export function readMessages(folder: string): MessageSets | null {
  const paths = ['labelled-raw', 'labelled-segmented', 'unlabelled'].map((name) =>
    join(folder, `${name}.jsonl`),
  );
  if (!paths.every(existsSync)) return null;
  const [raw = '', segmented = '', unlabelled = ''] = paths;
  return {
    raw: readLines<Message>(raw).map(sampleOf),
    segmented: readLines<Message>(segmented).map(sampleOf),
    unlabelled: readLines<Message>(unlabelled).map(({ title, text, time }) => ({
      title: title ?? '',
      text: text ?? '',
      at: Date.parse(`${(time ?? '2020-01-01 00:00:00').replace(' ', 'T')}+08:00`) || 0,
    })),
  };
}

export interface ServiceItem {
  department: string;
  name: string;
}

/** Names of government-service items with their department. */
export const readCatalogue = (path: string): ServiceItem[] => readLines<ServiceItem>(path);

import type { Day } from '../sla/instant';

/** One piece of an official document's text; headings are numbered where they are laid out. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  /** A place for people to write; says what belongs there. */
  | { kind: 'fill'; text: string }
  | { kind: 'table'; title: string; columns: TableColumn[]; rows: string[][]; note?: string }
  | ChartBlock;

export interface TableColumn {
  title: string;
  /** Share of the table's width beside the other columns. */
  share: number;
  align?: 'left' | 'center' | 'right';
}
export interface ChartBlock {
  kind: 'chart';
  title: string;
  /** Bars lie, for long names; columns stand, for time. */
  shape: 'bar' | 'column';
  /** Shares of a hundred: the axis ends there. */
  percent?: boolean;
  labels: string[];
  series: { name: string; values: (number | null)[]; line?: boolean }[];
}

/** A document in the layout of GB/T 9704-2012: what stands in it, not how. */
export interface OfficialDocument {
  title: string;
  /** 发文字号, such as “崇政务通〔2026〕1号”; null leaves its place open. */
  number: string | null;
  /** 主送机关, without the colon. */
  recipients: string | null;
  blocks: Block[];
  attachments: { title: string; blocks: Block[] }[];
  /** 发文机关. */
  issuer: string;
  date: Day;
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 1 to 99 in Chinese: 十, 十一, 二十三. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return numerals[ones] ?? '';
  return `${tens === 1 ? '' : numerals[tens]}十${numerals[ones]}`;
}

const marks: Record<1 | 2 | 3, (at: number) => string> = {
  1: (at) => `${chineseNumber(at)}、`,
  2: (at) => `（${chineseNumber(at)}）`,
  3: (at) => `${at}.`,
};

/** Headings with their numbers (一、 （一） 1.), tables and charts with theirs (表1, 图1), in the order they stand. */
export function numbered(blocks: readonly Block[], counts = { table: 0, chart: 0 }): Block[] {
  const at = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      at[block.level] = (at[block.level] ?? 0) + 1;
      at.fill(0, block.level + 1);
      return { ...block, text: `${marks[block.level](at[block.level] ?? 1)}${block.text}` };
    }
    if (block.kind === 'table') {
      counts.table += 1;
      return { ...block, title: `表${counts.table}　${block.title}` };
    }
    if (block.kind === 'chart') {
      counts.chart += 1;
      return { ...block, title: `图${counts.chart}　${block.title}` };
    }
    return block;
  });
}

import type { TestWorld } from '../../functions/testing/database';

/** One statement that went to the database, with its values. */
export interface Asked {
  text: string;
  values: unknown[];
}
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  Plans?: PlanNode[];
}
export interface PlanSummary {
  /** Kinds of scan and what they read, each once: "index order_submitted". */
  scans: string[];
  /** Large tables that are read from end to end. */
  whole: string[];
}

/** Who is signed in, asked before everything else. */
const everywhere = /"staff_session"|from "staff_role" where/;
const large = [
  'order',
  'event',
  'clock',
  'custody',
  'clock_alarm',
  'order_figure',
  'round_figure',
  'reporter',
];
const kinds: Record<string, string> = {
  'Index Scan': 'index',
  'Index Only Scan': 'index-only',
  'Bitmap Index Scan': 'bitmap',
  'Seq Scan': 'whole',
};
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const scanOf = (node: PlanNode): string[] => {
  const kind = kinds[node['Node Type']];
  const name = node['Index Name'] ?? node['Relation Name'];
  return kind && name ? [`${kind} ${name}`] : [];
};

const isList = ({ text }: Asked) => /^\s*\(*(select|with)\b/i.test(text) && !everywhere.test(text);

/** How these statements are carried out (`explain`, with the very values they were asked with). */
export async function plansOf(world: TestWorld, asked: Asked[]): Promise<PlanSummary> {
  const scans = new Set<string>();
  const whole = new Set<string>();
  for (const { text, values } of asked.filter(isList)) {
    const { rows } = await world.owner.query(`explain (format json) ${text}`, values);
    for (const node of nodesOf(rows[0]['QUERY PLAN'][0].Plan)) {
      const table = node['Relation Name'] ?? '';
      if (node['Node Type'] === 'Seq Scan' && large.includes(table)) whole.add(table);
      if (node['Node Type'] !== 'Seq Scan' || large.includes(table))
        for (const scan of scanOf(node)) scans.add(scan);
    }
  }
  return { scans: [...scans], whole: [...whole] };
}

/** Every statement that goes through the pool while a call is made, so that its plan can be asked for. */
export function watchQueries(world: TestWorld) {
  let asked: Asked[] = [];
  const { pool } = world.connection;
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  pool.query = ((...given: unknown[]) => {
    const [first, second] = given as [string | { text: string }, unknown[] | undefined];
    asked.push({ text: typeof first === 'string' ? first : first.text, values: second ?? [] });
    return query(...given);
  }) as typeof pool.query;
  return {
    async during(work: () => Promise<void>): Promise<Asked[]> {
      asked = [];
      await work();
      return asked;
    },
  };
}
export type Watch = ReturnType<typeof watchQueries>;

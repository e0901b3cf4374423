import type { TestWorld } from '../../functions/testing/database';

interface Asked {
  text: string;
  values: unknown[];
}
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
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

const names = (node: PlanNode): string[] => {
  const own =
    node['Index Name'] ?? (node['Relation Name'] ? `${node['Node Type']} ${node['Relation Name']}` : null);
  return [...(own ? [own] : []), ...(node.Plans ?? []).flatMap(names)];
};
const scansOrders = (node: PlanNode): boolean =>
  (node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'order') ||
  (node.Plans ?? []).some(scansOrders);

/** How these statements are carried out: the indexes they use, and whether any reads the whole table of orders. */
export async function plansOf(
  world: TestWorld,
  asked: Asked[],
): Promise<{ used: string[]; wholeTable: boolean }> {
  const used = new Set<string>();
  let wholeTable = false;
  for (const { text, values } of asked.filter((each) => /from "order"/.test(each.text))) {
    const { rows } = await world.owner.query(`explain (format json) ${text}`, values);
    const plan = rows[0]['QUERY PLAN'][0].Plan as PlanNode;
    for (const name of names(plan)) used.add(name);
    wholeTable ||= scansOrders(plan);
  }
  return { used: [...used], wholeTable };
}

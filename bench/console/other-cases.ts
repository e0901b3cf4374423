import { seedId } from '../../functions/db/seed/units';
import { patterns } from '../../functions/inspection/patterns';
import type { TestWorld } from '../../functions/testing/database';
import type { Caller } from '../../functions/testing/people';
import { eventGroups } from '../../shared/notice/event-word';
import { isOpen } from './ask';
import type { Case } from './case';

const year = 'from=2025-11-20&to=2026-11-18';
const week = 'from=2026-11-12&to=2026-11-18';
const quarter = 'from=2026-08-15&to=2026-11-18';

async function numbersOf(world: TestWorld): Promise<string[]> {
  const { rows } = await world.owner.query<{ number: string }>(
    `select number from "order" where submitted_at < '2026-11-10' order by submitted_at desc, id desc limit 6`,
  );
  return rows.map((row) => row.number);
}

/** The ledger of events: by group, kind, person, unit, order and day; what is worth a look; chains. */
async function inspectionCases(world: TestWorld, caller: Caller): Promise<Case[]> {
  const { items } = (await caller.call('GET', '/inspection/kinds')).body as { items: { kind: string }[] };
  const people = ['paidan', 'renshe1', 'jiancha', 'chuangkou'].map((name) => seedId(`staff:${name}`));
  const units = ['区人力资源社会保障局', '区医保局'].map(seedId);
  const numbers = await numbersOf(world);
  const search = (name: string, filters: string[]): Case => ({
    name: `records: ${name}`,
    asks: filters.flatMap((filter) => [year, week].map((days) => `/inspection/events?${days}${filter}`)),
  });
  const kinds = items.map(({ kind }) => `&kind=${kind}`);
  return [
    { name: 'kinds of record, people', asks: ['/inspection/kinds', '/inspection/people?q=示例'] },
    search('days alone', ['']),
    search(
      'by group',
      Object.keys(eventGroups).map((group) => `&group=${group}`),
    ),
    search('by kind', kinds),
    search(
      'by person, person and kind',
      people.flatMap((id) => [`&staff=${id}`, `&staff=${id}&kind=order.resolved`, `&staff=${id}&group=look`]),
    ),
    search(
      'by unit, unit and kind',
      units.flatMap((id) => [
        `&unit=${id}`,
        `&unit=${id}&kind=order.resolved`,
        `&unit=${id}&kind=order.returned`,
        `&unit=${id}&kind=order.supervised`,
        `&unit=${id}&group=order`,
      ]),
    ),
    search(
      'by person in a unit',
      people.flatMap((person) => units.map((unit) => `&staff=${person}&unit=${unit}`)),
    ),
    search(
      'by order',
      numbers.map((number) => `&number=${number}`),
    ),
    { name: 'chain of an order', asks: numbers.map((number) => `/inspection/orders/${number}/chain`) },
    { name: 'patterns, counted over a week', asks: [`/inspection/patterns?${week}`] },
    {
      name: 'patterns, counted over a quarter',
      asks: ['', ...units.map((id) => `&unit=${id}`)].map((unit) => `/inspection/patterns?${quarter}${unit}`),
    },
    {
      name: 'orders of each pattern, a quarter',
      asks: patterns.flatMap(({ id }) => [
        `/inspection/patterns/${id}?${quarter}`,
        `/inspection/patterns/${id}?${quarter}&unit=${units[0]}`,
      ]),
    },
  ];
}

const lists: Record<string, string[]> = {
  'daily roots': ['/audit/roots'],
  'messages, each state': ['', '&state=waiting', '&state=sent', '&state=dead', '&state=held'].map(
    (state) => `/desk/outbox?limit=30${state}`,
  ),
  'health of providers, dead messages': ['/admin/providers', '/admin/providers/dead'],
  people: ['/admin/people?limit=30', '/admin/people?q=示例', '/admin/people?limit=100'],
  matters: ['', '&q=社保', '&q=sb', '&out=true'].map((more) => `/admin/matters?limit=30${more}`),
  'units, rules, codes': ['/desk/units', '/admin/units', '/admin/rules?limit=30', '/admin/scenes'],
  'own views, templates, messages': ['/console/views', '/console/reply-templates', '/my/messages?limit=30'],
  bulletins: ['/desk/bulletins'],
  'orders with a problem': ['/desk/self-check'],
  'problem list': ['/learning/problems?limit=30', '/learning/practices?limit=30'],
  'kept figures': ['/reports/snapshots?limit=30'],
};

/** What a member of staff may open of the other lists: those refused are left out. */
export async function otherCases(world: TestWorld, caller: Caller, who: string): Promise<Case[]> {
  const inspection = who === 'jiancha' ? await inspectionCases(world, caller) : [];
  const open: Case[] = [];
  for (const [name, asks] of Object.entries(lists)) {
    const allowed: string[] = [];
    for (const each of asks) if (await isOpen(caller, each)) allowed.push(each);
    if (allowed.length > 0) open.push({ name, asks: allowed });
  }
  return [...inspection, ...open];
}

import type { District } from './district';
import { type Random, uuidOf } from './random';
import { accountOf } from './reporters';
import { aPerson, tell } from './story';
import { idsFor, type Replacement, type Template } from './template';

interface Wanted {
  position: number;
  number: string;
  template: Template;
  days: number;
}
type Place = ReturnType<District['choose']>;

const withoutAccount = ['window', 'phone', 'city-portal'];

function wordsOf(random: Random, place: Place, person: { name: string; phone: string }) {
  return {
    ...person,
    onBehalfOf: null,
    creditCode: null,
    story: tell(random, place.matter.name, place.town?.name ?? '本地'),
    matterText: null,
    triedOn: null,
    triedTimes: null,
    online: !withoutAccount.includes(place.channel),
    enterpriseName: place.reporterKind === 'enterprise' ? `示例${place.town?.name ?? ''}企业` : null,
  };
}

function namesOf({ template, number }: Wanted, id: string, place: Place, phone: string) {
  const { lead, other, wrong } = place;
  return idsFor(
    {
      lead: lead.id,
      other: other.id,
      wrong: wrong.id,
      hall: place.hallId,
      matter: place.matter.id,
      handler: lead.handler,
      deputy: lead.deputy,
      otherHandler: other.handler,
      wrongHandler: wrong.handler,
      reporter: withoutAccount.includes(place.channel) ? null : accountOf(phone),
    },
    [
      [template.life.facts.id, id],
      [template.life.facts.number, number],
    ],
  );
}

/** Who, where and what one order is about, and how the life it follows is told with them. */
export function setScene(district: District, wanted: Wanted, random: Random) {
  const id = uuidOf(1, wanted.position);
  const place = district.choose(random, wanted.template.delegated);
  const person = aPerson(random);
  const { channel, stage, reporterKind } = place;
  const fresh = new Map<string, string>();
  const by: Replacement = {
    days: wanted.days,
    ids: namesOf(wanted, id, place, person.phone),
    fields: { channel, stage, reporterKind, town: place.town?.code ?? null },
    newId(name) {
      const made = fresh.get(name) ?? uuidOf(2 + fresh.size, wanted.position);
      fresh.set(name, made);
      return made;
    },
  };
  return { id, by, words: wordsOf(random, place, person) };
}

import { fromIso } from '../../sla/instant';
import { runningClock } from '../clock';
import type { Contact } from '../facts';
import { RuleBroken } from '../rule-broken';
import { anOrder, dayMs, envFor, handler, hourMs, morning, play, system } from '../testing/world';
import { contactIsMet } from './contact';
import { systemStep } from './system-step';

const at = (text: string, means: Contact['means'] = 'phone', reached = false): Contact => ({
  at: fromIso(`2026-11-18T${text}:00+08:00`),
  reached,
  means,
  unitId: 'labour',
});

describe('contact (spec 2)', () => {
  it.each([
    ['one call that was answered', [at('21:00', 'phone', true)], true],
    ['three calls 2 h apart in the day', [at('09:00'), at('11:00'), at('13:00')], true],
    ['three calls too close together', [at('09:00'), at('10:00'), at('11:00')], false],
    ['four calls of which three are 2 h apart', [at('09:00'), at('09:30'), at('11:00'), at('13:00')], true],
    [
      'only one of three by phone in the day',
      [at('09:00'), at('11:00', 'message'), at('13:00', 'message')],
      false,
    ],
    ['two phone calls and a visit', [at('09:00'), at('11:00', 'visit'), at('13:00')], true],
    ['calls before eight and after eight in the evening', [at('06:00'), at('20:00'), at('22:30')], false],
  ])('%s', (_title, contacts, met) => {
    expect(contactIsMet(contacts)).toBe(met);
  });

  it('ends the contact clock when it is met and not before', () => {
    const labour = handler('labour');
    const tried = play(anOrder('handling'), 'contact', labour, {
      version: 0,
      result: 'unreached',
      means: 'phone',
    });
    expect(runningClock(tried, 'contact')).not.toBeNull();
    const met = play(
      tried,
      'contact',
      labour,
      { version: 0, result: 'reached', means: 'phone' },
      morning + hourMs,
    );
    expect(met.clocks.find((clock) => clock.kind === 'contact')?.outcome).toBe('met');
  });
});

describe('classify (spec 2)', () => {
  const labour = handler('labour');
  const classify = (
    complexity: 'simple' | 'ordinary' | 'complex',
    now = morning,
    from = anOrder('handling'),
  ) => play(from, 'classify', labour, { version: 0, complexity, reason: '看了材料' }, now);
  const due = (facts: ReturnType<typeof classify>) => runningClock(facts, 'resolve')?.dueAt;

  it('counts every class from the same acceptance', () => {
    expect(due(classify('simple'))).toBe(fromIso('2026-11-18T17:00:00+08:00'));
    expect(due(classify('ordinary'))).toBe(fromIso('2026-11-23T17:00:00+08:00'));
    expect(due(classify('complex', morning + dayMs))).toBe(fromIso('2026-11-25T17:00:00+08:00'));
  });

  it('lets the class go up once and down again, but not up a second time', () => {
    const up = classify('complex', morning, classify('ordinary'));
    const down = classify('ordinary', morning, up);
    expect(() => classify('complex', morning, down)).toThrow(new RuleBroken('class.up-once'));
  });

  it('refuses a class whose due has passed, also "simple" at first', () => {
    expect(() => classify('simple', morning + dayMs)).toThrow(new RuleBroken('class.due-passed'));
    const nextDay = morning + dayMs;
    expect(() => classify('simple', nextDay, classify('complex'))).toThrow(
      new RuleBroken('class.due-passed'),
    );
    const late = morning + 6 * dayMs;
    expect(() => classify('ordinary', late, classify('complex'))).toThrow(new RuleBroken('class.none-left'));
  });

  it('is set to ordinary by the system after the due of the contact clock; complex is then the one move up', () => {
    const untouched = anOrder('handling');
    const contactDue = runningClock(untouched, 'contact')?.dueAt ?? 0;
    expect(systemStep(untouched, envFor(system, contactDue))).toBeNull();
    const set = systemStep(untouched, envFor(system, contactDue + 1))?.facts;
    expect(set).toMatchObject({ complexity: 'ordinary', classSetBy: 'system', classUpMoves: 0 });
    if (!set) throw new Error('not set');
    expect(classify('complex', contactDue + hourMs, set)).toMatchObject({
      complexity: 'complex',
      classUpMoves: 1,
    });
  });
});

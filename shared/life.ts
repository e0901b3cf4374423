import { RuleBroken } from './order/rule-broken';

/** A whole life as a table: from which states each command may be given, and where it leads; `same` changes no state. */
export type Life<Command extends string, State extends string> = Record<
  Command,
  Partial<Record<State, State | 'same'>>
>;

/** The one way to a next state of such a life; it throws RuleBroken with this code where the table has none. */
export const stepsOf =
  <Command extends string, State extends string>(life: Life<Command, State>, illegal: string) =>
  (state: State, command: Command): State => {
    const to: State | 'same' | undefined = life[command][state];
    if (!to) throw new RuleBroken(illegal, { state, command });
    return to === 'same' ? state : to;
  };

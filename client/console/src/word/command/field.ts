import type { OrderView } from '../../../../../shared/order/view';

type Start = string | number | boolean;
/** One entry of a command's form. */
export interface Field {
  name: string;
  label: string;
  kind:
    | 'line'
    | 'text'
    | 'choice'
    | 'unit'
    | 'day'
    | 'number'
    | 'assist'
    | 'extension'
    | 'contact'
    | 'asks'
    | 'files';
  choices?: { value: Start; label: string }[];
  optional?: boolean;
  help?: string;
  start?: Start | ((order: OrderView) => Start | undefined);
  /** Asked for only where this holds. */
  when?: (order: OrderView, values: Record<string, unknown>) => boolean;
  /** Steers the form and is not sent. */
  aside?: boolean;
  /** Which units can be chosen: those below the holder, or all but the lead. */
  units?: 'below' | 'others';
  /** Which assists can be chosen: in these states, and only one's own. */
  assists?: string[];
  mine?: boolean;
}
/** What the screen asks for before it sends a command. */
export interface Form {
  title: string;
  /** What the command brings about, in a sentence. */
  intro?: string;
  /** The words on its button, where they are not 确定 and the title. */
  confirm?: string;
  fields: Field[];
  /** Commands whose body carries no version (spec 2, Concurrency). */
  bare?: boolean;
}
/** Forms by the name of their command. */
export type Forms = Record<string, Form>;

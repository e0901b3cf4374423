import type { Me } from '../../query/staff';
import { DutyPage } from '../duty/duty-page';
import { supervisionLists } from './supervision-lists';
import { SupervisionPane } from './supervision-pane';

/** Findings that need a demand, demands and their deadlines, replies to them, and what is to be named. */
export default function Supervision({ me }: { me: Me }) {
  return (
    <DutyPage
      me={me}
      title="督办"
      lists={supervisionLists}
      pane={(list, number, onDone) => <SupervisionPane list={list} number={number} onDone={onDone} />}
    />
  );
}

import type { Me } from '../../query/staff';
import { DutyPage } from '../duty/duty-page';
import { callLists } from './call-lists';
import { CallPane } from './call-pane';

/** All calls that are to be made, bad answers first; the script and the form of the chosen one beside the list. */
export default function Callbacks({ me }: { me: Me }) {
  return (
    <DutyPage
      me={me}
      title="回访"
      lists={callLists}
      pane={(list, number, onDone) => <CallPane list={list} number={number} onDone={onDone} />}
    />
  );
}

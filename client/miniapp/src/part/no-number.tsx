import { Door } from '../element/door';
import { pages } from '../setting/pages';
import { useWords } from '../words/use-words';
import { Nothing } from './state';

/** Where a page of one report was opened without its number: the ways to find it. */
export function NoNumber() {
  const words = useWords();
  return (
    <Nothing title={words.state.noNumber} hint={words.state.noNumberHint}>
      <Door to={pages.lookUp} className="first" id="go-look-up">
        {words.nav.lookUp}
      </Door>
    </Nothing>
  );
}

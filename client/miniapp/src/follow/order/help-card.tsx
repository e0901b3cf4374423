import { Box } from '../../element/box';
import { Door } from '../../element/door';
import { pages } from '../../setting/pages';
import { useWords } from '../../words/use-words';

/** The way to people, for whoever would rather talk. */
export function HelpCard() {
  const words = useWords();
  return (
    <Box as="section" className="card help-card" labelledBy="help-title">
      <Box as="h2" className="card-title" id="help-title">
        {words.order.help}
      </Box>
      <Box as="p">{words.order.helpText}</Box>
      <Door to={pages.centres} className="more">
        {words.me.centres}
      </Door>
    </Box>
  );
}

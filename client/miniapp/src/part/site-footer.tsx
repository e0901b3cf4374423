import { Box } from '../element/box';
import { Door } from '../element/door';
import { pages } from '../setting/pages';
import { useWords } from '../words/use-words';

/** At the end of wide pages: what to read, and how to reach the window without this site. */
export function SiteFooter() {
  const words = useWords();
  return (
    <Box as="footer" className="site-foot">
      <Box className="site-foot-in">
        <Box as="p">{words.footer}</Box>
        <Box as="nav" className="site-foot-doors" label={words.me.about}>
          {(['guide', 'centres', 'privacy'] as const).map((page) => (
            <Door key={page} to={pages[page]}>
              {words.me[page]}
            </Door>
          ))}
        </Box>
      </Box>
    </Box>
  );
}

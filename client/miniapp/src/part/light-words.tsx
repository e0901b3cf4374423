import { Box } from '../element/box';
import { useWords } from '../words/use-words';

/** How the order stands against its time: a shape and a word, never colour alone. */
export function LightWords({
  light,
  countdown,
}: {
  light: 'green' | 'yellow' | 'red' | null;
  countdown: string | null;
}) {
  const all = useWords();
  const words = all.order;
  if (!light) return null;
  const said = { green: words.onTime, yellow: words.soon, red: words.late }[light];
  return (
    <Box as="span" className={`light ${light}`}>
      <Box as="span" className="light-shape" hidden />
      {[said, all.standing.countdown(countdown)].filter(Boolean).join(all.comma)}
    </Box>
  );
}

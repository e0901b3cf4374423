import { useState } from 'react';
import { Box } from '../element/box';
import { Press } from '../element/press';
import { shareWindow } from '../platform/share';
import { visit } from '../setting/visit';
import { useWords } from '../words/use-words';
import { Icon } from './icon';
import { Told } from './state';

/** Makes the window known to others (spec 1). A terminal has nobody to tell. */
export function ShareButton() {
  const all = useWords();
  const words = all.share;
  const [told, setTold] = useState<'copied' | 'failed' | null>(null);
  if (visit.kiosk) return null;
  const share = () => void shareWindow(all.brand).then((how) => setTold(how === 'shared' ? null : how));
  return (
    <Box className="share">
      <Press className="second" id="share" openType="share" onPress={share}>
        <Icon name="share" />
        {words.button}
      </Press>
      {told && <Told kind={told === 'copied' ? 'good' : 'bad'}>{words[told]}</Told>}
    </Box>
  );
}

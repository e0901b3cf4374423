import { useEffect, useRef, useState } from 'react';
import { Press } from '../../element/press';
import { Icon } from '../../part/icon';
import { Told } from '../../part/state';
import { canListen, type ListenProblem, listen } from '../../platform/voice';
import { usePreference } from '../../setting/preference';
import { useWords } from '../../words/use-words';

/** Speaking instead of typing, where the browser listens. */
export function VoiceButton({ onWords }: { onWords: (words: string) => void }) {
  const words = useWords().report;
  const { language } = usePreference();
  const [stop, setStop] = useState<(() => void) | null>(null);
  const [problem, setProblem] = useState<ListenProblem | null>(null);
  const running = useRef<(() => void) | null>(null);
  running.current = stop;
  useEffect(() => () => running.current?.(), []);
  if (!canListen()) return null;
  const press = () => {
    if (stop) return stop();
    setProblem(null);
    const end = listen(language, onWords, (found) => {
      setStop(null);
      setProblem(found);
    });
    return setStop(() => end);
  };
  return (
    <>
      <Press
        id="voice"
        className={`second voice${stop ? ' listening' : ''}`}
        pressed={stop !== null}
        onPress={press}
      >
        <Icon name="voice" />
        {stop ? words.voiceStop : words.voice}
      </Press>
      {problem && <Told kind="bad">{problem === 'refused' ? words.voiceRefused : words.voiceFailed}</Told>}
    </>
  );
}

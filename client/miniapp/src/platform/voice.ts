/** The part of the browser's speech recognition that is used here; the standard library does not know it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: (event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void;
  onerror: (event: { error: string }) => void;
  onend: () => void;
  start(): void;
  stop(): void;
}
type MakesRecognition = new () => Recognition;

const maker = (): MakesRecognition | undefined => {
  const page = window as unknown as Record<string, MakesRecognition | undefined>;
  return page.SpeechRecognition ?? page.webkitSpeechRecognition;
};

/** Whether words can be spoken instead of typed. */
export const canListen = (): boolean => maker() !== undefined;

/** Why listening ended by itself: the microphone was refused, or the words could not be had. */
export type ListenProblem = 'refused' | 'failed';

/** Writes down what is said until stopped; `onEnd` comes once, with what went wrong if anything did. */
export function listen(
  language: 'zh' | 'en',
  onWords: (words: string) => void,
  onEnd: (problem: ListenProblem | null) => void,
): () => void {
  const Recognition = maker();
  if (!Recognition) {
    onEnd('failed');
    return () => undefined;
  }
  const ear = new Recognition();
  let problem: ListenProblem | null = null;
  ear.lang = language === 'zh' ? 'zh-CN' : 'en-US';
  ear.continuous = true;
  ear.interimResults = false;
  ear.onresult = ({ resultIndex, results }) => {
    for (let at = resultIndex; at < results.length; at += 1) onWords(results[at]?.[0]?.transcript ?? '');
  };
  ear.onerror = ({ error }) => {
    if (error === 'not-allowed' || error === 'service-not-allowed') problem = 'refused';
    else if (error !== 'no-speech' && error !== 'aborted') problem = 'failed';
  };
  ear.onend = () => onEnd(problem);
  ear.start();
  return () => ear.stop();
}

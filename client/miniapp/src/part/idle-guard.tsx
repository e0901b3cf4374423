import { useCallback, useEffect, useRef, useState } from 'react';
import { Box } from '../element/box';
import { Press } from '../element/press';
import { onTouch, startOver } from '../platform/page';
import { forgetAll } from '../platform/storage';
import { signOut } from '../query/session';
import { readSession } from '../setting/session';
import { useWords } from '../words/use-words';

const idleSeconds = 90;
const warningSeconds = 20;

/** Nothing of one person stays for the next: session, draft, pages (spec 4, kiosk). */
export async function wipe(): Promise<void> {
  const farewell = readSession() ? signOut() : Promise.resolve();
  forgetAll();
  await Promise.race([farewell, new Promise((done) => setTimeout(done, 1500))]);
  startOver();
}

/** Warns before the terminal clears itself, and clears it 90 s after the last touch. */
export function IdleGuard() {
  const words = useWords();
  const last = useRef(Date.now());
  const [left, setLeft] = useState(idleSeconds);
  const stay = useCallback(() => {
    last.current = Date.now();
    setLeft(idleSeconds);
  }, []);
  useEffect(() => onTouch(stay), [stay]);
  useEffect(() => {
    const timer = setInterval(
      () => setLeft(idleSeconds - Math.floor((Date.now() - last.current) / 1000)),
      1000,
    );
    return () => clearInterval(timer);
  }, []);
  const over = left <= 0;
  useEffect(() => {
    if (over) void wipe();
  }, [over]);
  return (
    <Box className="idle">
      {left <= warningSeconds && (
        <Box className="idle-warning" role="alert" id="idle-warning">
          <Box as="p">{words.kiosk.idle(Math.max(0, left))}</Box>
          <Press className="first" onPress={stay}>
            {words.kiosk.stay}
          </Press>
        </Box>
      )}
      <Press className="second wide" id="kiosk-end" onPress={() => void wipe()}>
        {words.kiosk.start}
      </Press>
    </Box>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { Box } from '../element/box';
import { Press } from '../element/press';
import { lastWord } from '../platform/last-word';
import { onRevival, onTouch, startOver } from '../platform/page';
import { forgetAll, readKept } from '../platform/storage';
import { takeBackUploads } from '../query/file';
import { readSession, useSession } from '../setting/session';
import { useWords } from '../words/use-words';

const idleSeconds = 90;
const warningSeconds = 20;
const patienceMilliseconds = 1500;

/** Nothing of one person stays for the next: uploads, session, draft, pages (spec 4, kiosk). */
export async function wipe(): Promise<void> {
  const token = readSession()?.token;
  forgetAll();
  await Promise.race([takeBackUploads(), new Promise((done) => setTimeout(done, patienceMilliseconds))]);
  if (token) void lastWord('/reporter/sessions', token);
  startOver();
}

/**
 * Warns before the terminal clears itself, and clears it 90 s after the last touch. On the first page there is nothing
 * to clear as long as nobody has begun.
 */
export function IdleGuard({ first }: { first: boolean }) {
  const words = useWords();
  const begun = useSession() !== null || readKept('draft') !== null || !first;
  const last = useRef(Date.now());
  const [left, setLeft] = useState(idleSeconds);
  const stay = useCallback(() => {
    last.current = Date.now();
    setLeft(idleSeconds);
  }, []);
  useEffect(() => onTouch(stay), [stay]);
  useEffect(() => onRevival(startOver), []);
  useEffect(() => {
    const timer = setInterval(
      () => setLeft(idleSeconds - Math.floor((Date.now() - last.current) / 1000)),
      1000,
    );
    return () => clearInterval(timer);
  }, []);
  const over = left <= 0 && begun;
  useEffect(() => {
    if (over) void wipe();
  }, [over]);
  if (!begun) return null;
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

import { useEffect, useRef, useState } from 'react';

/** Which of the shown orders came while the page was open. */
export function useArrivals(numbers: string[]): Set<string> {
  const known = useRef<Set<string> | null>(null);
  const [arrived, setArrived] = useState<Set<string>>(new Set());
  const key = numbers.join(' ');
  useEffect(() => {
    const shown = key === '' ? [] : key.split(' ');
    const fresh = known.current ? shown.filter((number) => !known.current?.has(number)) : [];
    known.current = new Set([...(known.current ?? []), ...shown]);
    if (fresh.length > 0) setArrived((before) => new Set([...before, ...fresh]));
  }, [key]);
  return new Set(numbers.filter((number) => arrived.has(number)));
}

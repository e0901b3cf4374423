import { useSearchParams } from 'react-router';

/** Which command's form is open; it stands in the address, so that a link or the back button opens and closes it. */
export interface Doing {
  command: string | null;
  /** What the link that opened it filled in. */
  given: Record<string, string>;
  open(command: string): void;
  close(): void;
}

export function useCommand(): Doing {
  const [params, setParams] = useSearchParams();
  const put = (command: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (command) next.set('do', command);
        else next.delete('do');
        next.delete('into');
        return next;
      },
      { replace: command === null },
    );
  const into = params.get('into');
  return {
    command: params.get('do'),
    given: into ? { primaryNumber: into } : {},
    open: put,
    close: () => put(null),
  };
}

/** What went wrong, in words for people (RFC 9457). `code` is `network` when the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly errors: { path: string; message: string }[] = [],
    readonly changed: string[] = [],
  ) {
    super(title);
  }
}

interface ProblemBody {
  title?: string;
  code?: string;
  errors?: { path: string; message: string }[];
  changed?: string[];
}

export function problemOf(status: number, body: unknown): Problem {
  const said = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody;
  return new Problem(
    status,
    said.code ?? `http.${status}`,
    said.title ?? '',
    said.errors ?? [],
    said.changed ?? [],
  );
}

export const asProblem = (failure: unknown): Problem =>
  failure instanceof Problem ? failure : new Problem(0, 'network', '');

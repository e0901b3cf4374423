import { ProviderError } from './provider-error';

const timeouts = ['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ETIMEOUT', 'RequestTimeoutError'];

/** Any failure on the way to another server, as a ProviderError that keeps the system's code and nothing else. */
export function networkError(problem: unknown): ProviderError {
  if (problem instanceof ProviderError) return problem;
  const code = codeOf(problem);
  if (code && timeouts.includes(code)) return new ProviderError('timeout', { providerCode: code });
  return new ProviderError('unavailable', { providerCode: code });
}

/** Runs a vendor's SDK under our own deadline; what it throws is named by `classify`, or as a network failure. */
export async function withinDeadline<T>(
  timeoutMs: number,
  work: () => Promise<T>,
  classify: (problem: unknown) => ProviderError | undefined,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProviderError('timeout')), timeoutMs);
  });
  try {
    return await Promise.race([work(), deadline]);
  } catch (problem) {
    if (problem instanceof ProviderError) throw problem;
    throw classify(problem) ?? networkError(problem);
  } finally {
    clearTimeout(timer);
  }
}

/** The `code` of a thrown value, or of what caused it. */
export function codeOf(problem: unknown): string | undefined {
  if (typeof problem !== 'object' || problem === null) return undefined;
  if ('code' in problem && typeof problem.code === 'string') return problem.code;
  return 'cause' in problem ? codeOf(problem.cause) : undefined;
}

/** The message of a thrown value; for telling failures apart only, it may hold personal data. */
export function messageOf(problem: unknown): string {
  const holder =
    typeof problem === 'object' && problem !== null && 'message' in problem ? problem.message : '';
  return typeof holder === 'string' ? holder : '';
}

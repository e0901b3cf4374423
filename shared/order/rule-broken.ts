/** What a rule refuses. `status`: 401 sign in first, 403 may see but not do, 404 may not see, 409 not now, 422 not this way, 429 too often. */
export class RuleBroken extends Error {
  constructor(
    readonly code: string,
    readonly detail: Record<string, unknown> = {},
    readonly status: 401 | 403 | 404 | 409 | 422 | 429 | 503 = 409,
  ) {
    super(code);
    this.name = 'RuleBroken';
  }
}

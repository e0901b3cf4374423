/** What a rule refuses. `status`: 403 may see but not do, 404 may not see, 409 not now, 422 not this way. */
export class RuleBroken extends Error {
  constructor(
    readonly code: string,
    readonly detail: Record<string, unknown> = {},
    readonly status: 403 | 404 | 409 | 422 = 409,
  ) {
    super(code);
    this.name = 'RuleBroken';
  }
}

/** What a platform's content check says; `review` and `risky` are shown to staff, nothing is ever dropped (spec 5). */
export interface ContentVerdict {
  suggest: 'pass' | 'review' | 'risky';
  /** The platform's own label, for staff. */
  label?: string;
  traceId?: string;
}

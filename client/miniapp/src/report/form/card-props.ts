import type { Missing } from './check-draft';
import type { Draft, DraftChange } from './draft';

/** What each card of the form gets. */
export interface CardProps {
  draft: Draft;
  change: (to: DraftChange) => void;
  /** Shown only after the first attempt to submit. */
  missing: Missing[];
}

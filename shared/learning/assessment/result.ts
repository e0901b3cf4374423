import type { Indicator } from './indicator';
import type { Score } from './score';

export interface AssessedUnit extends Score {
  id: string;
  name: string;
  received: number;
  /** Null where not ranked, or where only one's own units are seen. */
  rank: number | null;
}

export interface ListedExclusion {
  number: string;
  unitId: string;
  unit: string;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  decidedBy: string;
  decidedAt: string;
}

/** A year's assessment whole: what is frozen, and what is shown while the year still runs. */
export interface AssessmentResult {
  year: number;
  from: string;
  to: string;
  ruleVersion: number;
  indicators: Indicator[];
  units: AssessedUnit[];
  exclusions: ListedExclusion[];
}

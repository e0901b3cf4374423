import { customType } from 'drizzle-orm/pg-core';
import type { Instant } from '../../shared/sla/instant';

/** timestamptz(3) ↔ epoch milliseconds. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz(3)',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => new Date(value).getTime(),
});

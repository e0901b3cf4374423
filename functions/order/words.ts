import type { CityPortalInput, ReporterInput, ReportInput } from '../../shared/order/contract/intake';
import type { OrderKey, Vault } from '../vault/vault';

/** What of an order is sealed under its own key: who reports, and every free text of the report (spec 8). */
export interface OrderWords {
  name: string;
  phone: string | null;
  onBehalfOf: string | null;
  enterpriseName: string | null;
  creditCode: string | null;
  story: string;
  matterText: string | null;
  triedOn: string | null;
  triedTimes: number | null;
  online: boolean;
}

export const wordsOf = (
  reporter: ReporterInput,
  report: ReportInput | CityPortalInput['report'],
): OrderWords => ({
  name: reporter.name,
  phone: reporter.phone ?? null,
  onBehalfOf: reporter.onBehalfOf ?? null,
  enterpriseName: reporter.enterpriseName ?? null,
  creditCode: reporter.creditCode ?? null,
  story: report.story,
  matterText: report.matterText ?? null,
  triedOn: report.triedOn ?? null,
  triedTimes: report.triedTimes ?? null,
  online: report.online,
});

export const sealWords = (vault: Vault, key: OrderKey, orderId: string, words: OrderWords): string =>
  vault.sealJson(key, words, `order:${orderId}:words`);

/** The words in clear, or null once the order's key is destroyed. */
export function openWords(
  vault: Vault,
  row: { id: string; orderKey: string | null; sealed: string },
): OrderWords | null {
  if (row.orderKey === null) return null;
  return vault.unsealJson(
    vault.openOrderKey(row.orderKey),
    row.sealed,
    `order:${row.id}:words`,
  ) as OrderWords;
}

const eventAad = (orderId: string) => `order:${orderId}:event`;
export const sealEvent = (
  vault: Vault,
  key: OrderKey,
  orderId: string,
  words: Record<string, string>,
  files: string[],
) =>
  Object.keys(words).length + files.length === 0
    ? null
    : vault.sealJson(key, { words, files }, eventAad(orderId));
export const openEvent = (vault: Vault, key: OrderKey, orderId: string, sealed: string | null) =>
  sealed === null
    ? { words: {}, files: [] }
    : (vault.unsealJson(key, sealed, eventAad(orderId)) as {
        words: Record<string, string>;
        files: string[];
      });

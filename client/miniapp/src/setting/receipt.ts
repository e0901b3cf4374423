import type { Receipt } from '../../../../shared/order/view';
import { keep, readKept } from '../platform/storage';

/** `earlier`: an attempt before the last changes had arrived already. */
export type KeptReceipt = Receipt & { earlier: boolean };

export const putReceipt = (receipt: KeptReceipt): void => keep('receipt', receipt);

export const readReceipt = (): KeptReceipt | null => readKept<KeptReceipt>('receipt');

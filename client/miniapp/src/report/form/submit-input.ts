import type { SubmitInput } from '../../../../../shared/order/contract/intake';
import { visit } from '../../setting/visit';
import type { Draft } from './draft';

/** The place was filled in by a hall's code; a terminal shows its key instead. */
const isScanned = (draft: Draft) =>
  !visit.kiosk && draft.place === 'hall' && draft.hall === draft.scene?.hall;

/** The draft as the server takes it; the phone is the account's. Call only when nothing is missing. */
export function submitInput(draft: Draft, fileIds: string[]): SubmitInput {
  const enterprise = draft.kind === 'enterprise';
  return {
    channel: visit.channel,
    scene: isScanned(draft) ? draft.scene?.code : undefined,
    reporter: {
      kind: draft.kind,
      name: draft.name.trim(),
      onBehalfOf: draft.forOther ? draft.otherName.trim() : undefined,
      enterpriseName: enterprise ? draft.enterpriseName.trim() : undefined,
      creditCode: enterprise && draft.creditCode ? draft.creditCode : undefined,
    },
    report: {
      matterId: draft.matter?.id,
      matterText: draft.matterUnknown ? draft.matterOwn.trim() : undefined,
      hallUnitId: draft.place === 'hall' ? draft.hall : undefined,
      town: draft.town || undefined,
      online: draft.place === 'online',
      stage: draft.stage ?? 'other',
      triedOn: draft.triedOn || undefined,
      triedTimes: draft.triedTimes ? Number(draft.triedTimes) : undefined,
      story: draft.story.trim(),
      files: fileIds,
    },
    consent: true,
  };
}

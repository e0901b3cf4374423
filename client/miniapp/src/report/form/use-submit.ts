import { useState } from 'react';
import type { SubmitInput } from '../../../../../shared/order/contract/intake';
import { claimUploads } from '../../query/file';
import { submitReport } from '../../query/order';
import { asProblem, type Problem } from '../../request/problem';
import { pages } from '../../setting/pages';
import { putReceipt } from '../../setting/receipt';
import { putSceneCode } from '../../setting/scene';
import { travelOn } from '../../setting/travel';
import type { Draft } from './draft';
import { submitInput } from './submit-input';

async function submitUnscanned(input: SubmitInput, keeping: Keeping, key: string) {
  putSceneCode(null);
  const unscanned = { ...input, scene: undefined };
  keeping.saveNow({ scene: null, sent: unscanned });
  return submitReport(unscanned, key);
}

/** Where the draft is kept while it is sent, and given up once it has arrived. */
export interface Keeping {
  saveNow: (to: Partial<Draft>) => void;
  end: () => void;
}

/**
 * Hands the draft in. It is given up only once the server has answered with a number. `submit` answers the code of what
 * went wrong, null when nothing did.
 */
export function useSubmit(draft: Draft, keeping: Keeping) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (fileIds: string[]): Promise<string | null> => {
    setBusy(true);
    setProblem(null);
    const input = submitInput(draft, fileIds);
    const before = draft.sent;
    keeping.saveNow({ sent: input });
    try {
      const sent = await submitReport(input, draft.key).catch((failure) => {
        // the hall is chosen all the same: a code put out of use meanwhile is left away
        if (asProblem(failure).code === 'scene.not-found' && input.scene)
          return submitUnscanned(input, keeping, draft.key);
        // an earlier attempt did arrive, with other words: take its answer, and tell so
        if (asProblem(failure).status !== 422 || !before || !asProblem(failure).code.includes('idempotency'))
          throw failure;
        return submitReport(before, draft.key).then((receipt) => ({ ...receipt, earlier: true }));
      });
      claimUploads(fileIds);
      putReceipt({ ...sent, earlier: 'earlier' in sent });
      keeping.end();
      travelOn(pages.receipt);
      return null;
    } catch (failure) {
      setProblem(asProblem(failure));
      return asProblem(failure).code;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, submit };
}

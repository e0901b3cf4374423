import { useCallback, useEffect, useRef, useState } from 'react';
import { type FileKind, fileKind, fileLimits } from '../../../../shared/file/limits';
import { chooseFiles, prepareFiles } from '../platform/choose-files';
import type { ChosenFile, FileWish } from '../platform/chosen-file';
import { ConsentRefused } from '../platform/consent-refused';
import { removeFile, uploadFile } from '../query/file';
import { asProblem } from '../request/problem';
import { useWords } from '../words/use-words';

export interface HeldFile {
  key: string;
  name: string;
  kind: FileKind;
  preview: string | null;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  share: number;
  id: string | null;
  said: string | null;
}

export interface Files {
  held: HeldFile[];
  told: string | null;
  ids: string[];
  busy: boolean;
  /** Those that did not arrive. */
  failed: number;
  add: (wish: FileWish) => Promise<void>;
  /** Files dragged onto the page or pasted. */
  take: (files: unknown[], documents: boolean) => Promise<void>;
  retry: (key: string) => void;
  remove: (key: string) => void;
  empty: () => void;
  /** Sends again all that had arrived once and is not there any more. */
  resend: () => void;
}

let serial = 0;

function heldFrom(kind: FileKind, file: ChosenFile): HeldFile {
  serial += 1;
  const key = `${Date.now()}-${serial}`;
  const { name, preview } = file;
  return { key, name, kind, preview, state: 'waiting', share: 0, id: null, said: null };
}

type Refusal = 'tooMany' | 'tooLarge' | 'wrongKind';

/** Which of the picked files can be added beside those that are held, and why the first of the others cannot. */
function sort(chosen: ChosenFile[], kinds: FileKind[], held: HeldFile[]) {
  const fit: [FileKind, ChosenFile][] = [];
  let refused: { why: Refusal; name: string } | null = null;
  for (const file of chosen) {
    const kind = fileKind(file.contentType);
    const why = refusalOf(file, kinds.find((one) => one === kind) ?? null, [
      ...held.map((one) => one.kind),
      ...fit.map(([one]) => one),
    ]);
    if (why) refused ??= { why, name: file.name };
    else if (kind) fit.push([kind, file]);
  }
  return { fit, refused };
}

function refusalOf(file: ChosenFile, kind: FileKind | null, before: FileKind[]): Refusal | null {
  if (!kind) return 'wrongKind';
  if (file.sizeBytes > fileLimits[kind].maxBytes) return 'tooLarge';
  return before.filter((one) => one === kind).length >= fileLimits[kind].maxCount ? 'tooMany' : null;
}

/** Files beside a text: each sent at once, retried and removed alone. With `ready` false they wait. */
export function useFiles(options: { ready: boolean; token: string | null; first?: HeldFile[] }): Files {
  const words = useWords().files;
  const [held, setHeld] = useState<HeldFile[]>(options.first ?? []);
  const [told, setTold] = useState<string | null>(null);
  const bodies = useRef(new Map<string, ChosenFile>());
  const change = useCallback(
    (key: string, to: Partial<HeldFile>) =>
      setHeld((now) => now.map((one) => (one.key === key ? { ...one, ...to } : one))),
    [],
  );

  const send = useCallback(
    async (key: string, token: string | null) => {
      const file = bodies.current.get(key);
      if (!file) return;
      change(key, { state: 'sending', share: 0, said: null });
      try {
        const view = await uploadFile(file, token, (share) => change(key, { share }));
        change(key, { state: 'done', share: 1, id: view.id });
      } catch (failure) {
        change(key, { state: 'failed', said: asProblem(failure).title || null });
      }
    },
    [change],
  );

  const { ready, token } = options;
  useEffect(() => {
    if (ready) for (const one of held) if (one.state === 'waiting') void send(one.key, token);
  }, [ready, held, send, token]);

  const admit = (chosen: ChosenFile[], kinds: FileKind[]) => {
    const sorted = sort(chosen, kinds, held);
    setTold(sorted.refused ? words[sorted.refused.why](sorted.refused.name) : null);
    const added = sorted.fit.map(([kind, file]) => {
      const one = heldFrom(kind, file);
      bodies.current.set(one.key, file);
      return one;
    });
    setHeld((now) => [...now, ...added]);
  };
  const add = async (wish: FileWish) => {
    const kind: FileKind = wish === 'document' ? 'document' : 'picture';
    const room = fileLimits[kind].maxCount - held.filter((one) => one.kind === kind).length;
    if (room <= 0) return setTold(words.tooMany());
    try {
      return admit(await chooseFiles(wish, room + 1), [kind]);
    } catch (failure) {
      if (!(failure instanceof ConsentRefused)) throw failure;
      return setTold(words.consentRefused);
    }
  };

  return {
    held,
    told,
    ids: held.flatMap((one) => (one.state === 'done' && one.id ? [one.id] : [])),
    busy: held.some((one) => one.state === 'sending' || one.state === 'waiting'),
    failed: held.filter((one) => one.state === 'failed').length,
    add,
    take: async (files, documents) =>
      admit(await prepareFiles(files), documents ? ['picture', 'document'] : ['picture']),
    retry: (key) => void send(key, token),
    remove: (key) => {
      const gone = held.find((one) => one.key === key);
      bodies.current.delete(key);
      setHeld((now) => now.filter((one) => one.key !== key));
      // the server sweeps what nobody claims: a failed removal may be forgotten
      if (gone?.id) void removeFile(gone.id, token).catch(() => null);
    },
    empty: () => setHeld([]),
    resend: () =>
      setHeld((now) =>
        now.map((one) =>
          bodies.current.has(one.key)
            ? { ...one, state: 'waiting', id: null }
            : { ...one, state: 'failed', id: null, said: words.gone },
        ),
      ),
  };
}

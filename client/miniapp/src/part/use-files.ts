import { useCallback, useEffect, useRef, useState } from 'react';
import { type FileKind, fileKind, fileLimits } from '../../../../shared/file/limits';
import { chooseFiles } from '../platform/choose-files';
import type { ChosenFile, FileWish } from '../platform/chosen-file';
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
  add: (wish: FileWish) => Promise<void>;
  retry: (key: string) => void;
  remove: (key: string) => void;
  empty: () => void;
}

let serial = 0;

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

  const add = async (wish: FileWish) => {
    const kind: FileKind = wish === 'document' ? 'document' : 'picture';
    const room = fileLimits[kind].maxCount - held.filter((one) => one.kind === kind).length;
    if (room <= 0) return setTold(words.tooMany);
    const chosen = await chooseFiles(wish, room + 1);
    const fit = chosen.filter(
      (file) => fileKind(file.contentType) === kind && file.sizeBytes <= fileLimits[kind].maxBytes,
    );
    const wrong = chosen.find((file) => !fit.includes(file));
    if (wrong)
      setTold(
        fileKind(wrong.contentType) === kind ? words.tooLarge(wrong.name) : words.wrongKind(wrong.name),
      );
    else setTold(fit.length > room ? words.tooMany : null);
    const added = fit.slice(0, room).map((file): HeldFile => {
      serial += 1;
      const key = `${Date.now()}-${serial}`;
      bodies.current.set(key, file);
      return {
        key,
        name: file.name,
        kind,
        preview: file.preview,
        state: 'waiting',
        share: 0,
        id: null,
        said: null,
      };
    });
    return setHeld((now) => [...now, ...added]);
  };

  return {
    held,
    told,
    ids: held.flatMap((one) => (one.state === 'done' && one.id ? [one.id] : [])),
    busy: held.some((one) => one.state === 'sending' || one.state === 'waiting'),
    add,
    retry: (key) => void send(key, token),
    remove: (key) => {
      const gone = held.find((one) => one.key === key);
      bodies.current.delete(key);
      setHeld((now) => now.filter((one) => one.key !== key));
      // the server sweeps what nobody claims: a failed removal may be forgotten
      if (gone?.id) void removeFile(gone.id, token).catch(() => null);
    },
    empty: () => setHeld([]),
  };
}

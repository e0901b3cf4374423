import { useEffect, useRef, useState } from 'react';
import { removeUpload, uploadFile } from '../../query/file';
import { Refused } from '../../request/request';
import { type Attachment, admitFiles } from './attachment';
import { shrink } from './shrink';

/** The files beside one form: each sent as soon as it is picked, retried and removed alone (spec 4, Attachments). */
export function useAttachments(held: Attachment[], onChange: (held: Attachment[]) => void) {
  const [refused, setRefused] = useState<string[]>([]);
  const [shares, setShares] = useState<Record<string, number>>({});
  const now = useRef(held);
  const shown = useRef(true);
  now.current = held;
  const put = (next: Attachment[]) => {
    now.current = next;
    if (shown.current) onChange(next);
  };
  const patch = (key: string, to: Partial<Attachment>) =>
    put(now.current.map((each) => (each.key === key ? { ...each, ...to } : each)));
  const send = async (one: Attachment) => {
    try {
      const id = await uploadFile(one.file, one.contentType, (share) =>
        setShares((before) => ({ ...before, [one.key]: share })),
      );
      const wanted = shown.current && now.current.some((each) => each.key === one.key);
      if (wanted) patch(one.key, { state: 'done', id });
      else await removeUpload(id);
    } catch (error) {
      const said = error instanceof Refused ? error.message : '网络不通，没有传上去。';
      patch(one.key, { state: 'failed', said });
    }
  };
  // A form that was closed while a file was on its way sends it anew when it is opened again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the form opened with
  useEffect(() => {
    shown.current = true;
    for (const one of now.current) if (one.state === 'sending') void send(one);
    return () => {
      shown.current = false;
    };
  }, []);
  return {
    refused,
    shares,
    add: async (picked: File[]) => {
      const small = await Promise.all(picked.map(shrink));
      const { added, refused: not } = admitFiles(now.current, small);
      setRefused(not);
      put([...now.current, ...added]);
      for (const one of added) void send(one);
    },
    retry: (one: Attachment) => {
      patch(one.key, { state: 'sending', said: null });
      void send(one);
    },
    remove: (one: Attachment) => {
      put(now.current.filter((each) => each.key !== one.key));
      if (one.id) void removeUpload(one.id);
    },
  };
}

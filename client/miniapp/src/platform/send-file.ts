export interface SendTarget {
  url: string;
  headers: Record<string, string>;
}

/** Sends the bytes straight to the store; `onShare` tells the share sent, 0…1. Throws when it did not arrive. */
export function sendFile(
  target: SendTarget,
  body: unknown,
  onShare: (share: number) => void,
): { done: Promise<void>; stop: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((arrived, lost) => {
    request.open('PUT', target.url);
    for (const [name, value] of Object.entries(target.headers))
      if (!/^content-length$/i.test(name)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    request.onload = () => (request.status < 300 ? arrived() : lost(new Error(`upload ${request.status}`)));
    request.onerror = () => lost(new Error('upload cut'));
    request.onabort = () => lost(new Error('upload stopped'));
    request.ontimeout = request.onerror;
    request.timeout = 180_000;
    request.send(body as Blob);
  });
  return { done, stop: () => request.abort() };
}

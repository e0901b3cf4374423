/** Where a file may be put, as the server signed it. */
export interface SignedUpload {
  url: string;
  headers: Record<string, string>;
}

/** Puts a file straight into the store; `onShare` tells the share sent, 0…1. Throws when it did not arrive. */
export function sendUpload(to: SignedUpload, body: Blob, onShare: (share: number) => void): Promise<void> {
  return new Promise((arrived, lost) => {
    const sending = new XMLHttpRequest();
    sending.open('PUT', to.url);
    for (const [name, value] of Object.entries(to.headers))
      if (!/^content-length$/i.test(name)) sending.setRequestHeader(name, value);
    sending.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    sending.onload = () =>
      sending.status < 300 ? arrived() : lost(new Error(`upload answered ${sending.status}`));
    sending.onerror = () => lost(new Error('upload was cut'));
    sending.ontimeout = sending.onerror;
    sending.timeout = 180_000;
    sending.send(body);
  });
}

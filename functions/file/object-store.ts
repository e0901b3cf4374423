/** A request the phone makes itself: these headers, exactly, and the bytes as body. */
export interface SignedPut {
  url: string;
  method: 'PUT';
  headers: Record<string, string>;
}

export interface StoredObject {
  key: string;
  size: number;
  /** Epoch milliseconds. */
  modifiedAt: number;
}

/**
 * Where files lie (spec 4): an S3 bucket, or a directory of this machine. Keys are made by the server, as
 * `upload/2026/…`; a key of another shape is refused. Bytes are on stable storage when a write has answered.
 */
export interface ObjectStore {
  /** Leave to write one object of exactly this size (bytes) and type, for a while. */
  presignPut(input: {
    key: string;
    size: number;
    contentType: string;
    expiresSeconds: number;
  }): Promise<SignedPut>;
  /** A link to read one object for a while; saved under `fileName` when one is given, shown otherwise. */
  presignGet(
    key: string,
    expiresSeconds: number,
    shown: { fileName?: string; contentType: string },
  ): Promise<string>;
  put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Throws `file.not_found`. */
  get(key: string): Promise<Buffer>;
  /** Size in bytes, or `null` when there is no such object. */
  head(key: string): Promise<{ size: number } | null>;
  /** Nothing happens when there is no such object. */
  delete(key: string): Promise<void>;
  /** All objects whose key starts with the prefix, in no promised order. */
  list(prefix: string): AsyncIterable<StoredObject>;
}

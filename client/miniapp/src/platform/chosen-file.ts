/** A file the person picked, before it is sent. `body` is what the platform sends: a Blob, or a path on the phone. */
export interface ChosenFile {
  name: string;
  sizeBytes: number;
  contentType: string;
  body: unknown;
  /** For a small picture at once, where the platform can show one. */
  preview: string | null;
}

export type FileWish = 'camera' | 'album' | 'document';

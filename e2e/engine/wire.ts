/** What a mini-program asks of the network, whatever the platform calls it. */
export interface Asking {
  url: string;
  method: string;
  headers: Record<string, string>;
  /** Text, or bytes in base64. */
  body: { text: string } | { base64: string } | null;
}
export interface Answered {
  status: number;
  headers: Record<string, string>;
  base64: string;
}
export interface Photo {
  name: string;
  base64: string;
}

/** Who holds the phone: what `login`, the phone button and the like give for this person. */
export interface Person {
  code: string;
  phone: { code?: string; response?: string };
}

/** How this visit was opened, and by whom. */
export interface Launch {
  path: string;
  query: Record<string, string>;
  scene: number;
  person: Person;
}

/** Calls that one line of the table is about, each another: an address to get, or "POST address body". */
export interface Case {
  name: string;
  asks: string[];
}

/** What is shared from this page's menu; in a browser the address is. */
export function useShareCard(_title: string): void {}

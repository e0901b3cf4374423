/** The path of an address in clear; null where somebody wrote one that spells nothing. */
export function decodedPath(address: string): string | null {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
}

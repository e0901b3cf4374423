import type { Vault } from '../../functions/vault/vault';

const mostKept = 300_000;

/** Search tokens of texts made of parts that repeat: each part is hashed once. */
export function sharedTokens(vault: Vault): (text: string) => number[] {
  const known = new Map<string, number[]>();
  const ofPart = (part: string) => {
    const tokens = known.get(part) ?? vault.searchTokens(part);
    if (known.size < mostKept) known.set(part, tokens);
    return tokens;
  };
  return (text) => [...new Set(text.split(/(?<=[，。 ])/).flatMap(ofPart))].sort((a, b) => a - b);
}

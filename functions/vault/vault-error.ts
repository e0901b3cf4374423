/** What the vault refuses: a key that is no key, or sealed data that is not as it was sealed. */
export class VaultError extends Error {
  constructor(
    readonly code: 'vault.key_unusable' | 'vault.sealed_data_damaged',
    sentence: string,
  ) {
    super(sentence);
    this.name = 'VaultError';
  }
}

export const damaged = (sentence = 'The sealed data was altered or cut: it cannot be opened.') =>
  new VaultError('vault.sealed_data_damaged', sentence);

export const unusable = (sentence: string) => new VaultError('vault.key_unusable', sentence);

/** Why something that claims an identity, or to come from a platform, is not believed. */
export type IdentityRefusedCode =
  | 'identity.signature_invalid'
  | 'identity.expired'
  | 'identity.replayed'
  | 'identity.issuer_unknown'
  | 'identity.malformed'
  | 'identity.refused_by_user';

/** Never carries what was claimed. */
export class IdentityRefused extends Error {
  override readonly name = 'IdentityRefused';

  constructor(readonly code: IdentityRefusedCode) {
    super(code);
  }
}

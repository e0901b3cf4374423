/** What the platform proves about the person without asking; null where it proves nothing. */
export type PlatformProof = { path: 'wechat' | 'alipay'; code: string } | null;

/** A browser knows nobody: people sign in by telephone and code. */
export const proveByPlatform = async (): Promise<PlatformProof> => null;

/** Whether the number of the phone can be had from the platform. */
export const phoneFromPlatform: boolean = false;

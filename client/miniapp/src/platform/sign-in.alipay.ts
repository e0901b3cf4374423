import type { PlatformProof } from './sign-in';

declare const my: {
  getAuthCode(options: { scopes: string; success(answer: { authCode: string }): void; fail(): void }): void;
};

export const proveByPlatform = (): Promise<PlatformProof> =>
  new Promise((done) =>
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => done({ path: 'alipay', code: authCode }),
      fail: () => done(null),
    }),
  );

export const phoneFromPlatform: boolean = true;

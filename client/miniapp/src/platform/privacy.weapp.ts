import type { PrivacyWish } from './privacy';

interface Answering {
  success?(): void;
  fail?(): void;
}
interface Decision {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}
/** WeChat's own names; below base library 2.32.3 they are not there, and nothing need be agreed to. */
declare const wx: {
  getPrivacySetting?(options: { success(answer: { needAuthorization: boolean }): void; fail(): void }): void;
  requirePrivacyAuthorize?(options: Answering): void;
  openPrivacyContract?(options: Answering): void;
  onNeedPrivacyAuthorization?(call: (resolve: (decision: Decision) => void) => void): void;
};

export const agreeButton = 'agree-privacy';

export function onPrivacyWish(call: (wish: PrivacyWish) => void): void {
  wx.onNeedPrivacyAuthorization?.((resolve) => {
    resolve({ event: 'exposureAuthorization' });
    call({
      agree: () => resolve({ event: 'agree', buttonId: agreeButton }),
      refuse: () => resolve({ event: 'disagree' }),
    });
  });
}

export async function privacyAgreed(): Promise<boolean> {
  const needed = await new Promise<boolean>((done) => {
    if (!wx.getPrivacySetting) return done(false);
    return wx.getPrivacySetting({
      success: ({ needAuthorization }) => done(needAuthorization),
      fail: () => done(false),
    });
  });
  if (!needed) return true;
  return new Promise((done) => {
    if (!wx.requirePrivacyAuthorize) return done(true);
    return wx.requirePrivacyAuthorize({ success: () => done(true), fail: () => done(false) });
  });
}

export function openPrivacyNotice(): void {
  wx.openPrivacyContract?.({});
}

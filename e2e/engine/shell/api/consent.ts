import { answering, type Options } from './answering';

interface Decision {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}
type Listener = (resolve: (decision: Decision) => void, info: { referrer: string }) => void;

let agreed = false;
let listener: Listener | null = null;
let touched: string | null = null;

/** The person has touched the button of this id that gives consent. */
export function touchAgreement(id: string): void {
  touched = id;
}

/** Whatever hands over something personal waits here until the person has agreed; refused, it fails. */
export const consented = (referrer: string): Promise<void> =>
  new Promise((done, refused) => {
    if (agreed) return done();
    if (!listener) return refused('nobody asks for consent');
    return listener(
      ({ event, buttonId }) => {
        if (event === 'exposureAuthorization') return;
        if (event === 'disagree') return refused('privacy permission is not authorized');
        if (!buttonId || !touched?.endsWith(buttonId)) return refused('the button was not touched');
        agreed = true;
        done();
      },
      { referrer },
    );
  });

/** WeChat's interfaces for consent to what the mini-program collects: at each start nothing is agreed to. */
export const consentInterfaces = {
  getPrivacySetting: answering('getPrivacySetting', () => ({
    needAuthorization: !agreed,
    privacyContractName: '示例隐私保护指引',
  })),
  requirePrivacyAuthorize: answering<Options>('requirePrivacyAuthorize', () =>
    consented('requirePrivacyAuthorize'),
  ),
  openPrivacyContract: answering('openPrivacyContract', () => undefined),
  onNeedPrivacyAuthorization: (call: Listener) => {
    listener = call;
  },
};

import { consented, touchAgreement } from '../api/consent';
import { host, isAlipay } from '../host';
import type { Built } from './builder';

/** What the phone gives after its own question, by `open-type`. The person of the test always agrees. */
async function answerOpenType({ node, read, tell }: Built): Promise<void> {
  const open = read('openType');
  if (open === 'getPhoneNumber') {
    const refused = await consented('button.getPhoneNumber').then(() => null, String);
    tell(
      'getphonenumber',
      refused
        ? { errMsg: `getPhoneNumber:fail ${refused}` }
        : { errMsg: 'getPhoneNumber:ok', ...host.engineLaunch.person.phone },
    );
  }
  if (open === 'getAuthorize' && isAlipay()) tell('getAuthorize', {});
  if (open === 'agreePrivacyAuthorization') {
    touchAgreement(node.id);
    tell('agreeprivacyauthorization', {});
  }
}

export const buttonPlan = {
  attributes: ['openType', 'disabled', 'scope'],
  attached: (built: Built) =>
    built.onTap(() => {
      if (built.read('disabled') === true) return false;
      setTimeout(() => void answerOpenType(built));
      return undefined;
    }),
};

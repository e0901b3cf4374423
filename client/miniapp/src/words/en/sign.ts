import type { Words } from '../zh';

export const sign: Words['sign'] = {
  title: 'Sign in',
  lead: 'Sign in with your mobile number',
  text: 'Then you see your reports and messages. No registration needed.',
  phone: 'Mobile number',
  send: 'Send code',
  resend: (seconds) => `Again in ${seconds} s`,
  sent: 'The code is on its way by SMS.',
  code: 'SMS code',
  codePlace: '6 digits',
  go: 'Verify',
  signIn: 'Sign in',
  platformPhone: 'Use the number of this phone',
  platformRefused: 'The number was not handed over. Please type it and use the code sent to it.',
  wrongPhone: 'A mobile number has 11 digits. Please look again.',
  done: 'Number verified',
  need: 'Sign in to see this',
  failed: 'Not signed in. Please try again.',
};

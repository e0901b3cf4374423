import type { Words } from '../zh';

export const lookUp: Pick<Words, 'lookUp' | 'link'> = {
  lookUp: {
    title: 'Look up by number',
    lead: 'Number and code are on your receipt and in the SMS.',
    number: 'Number',
    numberPlace: 'CM and 14 digits',
    code: 'Query code',
    codePlace: '6 letters or digits',
    codeWrong: 'The code has 6 characters, never 0, 1, I, L or O.',
    numberWrong: 'This number is not right. Please compare it with your receipt.',
    go: 'Look up',
    join: 'Look up and add to “My reports”',
    going: 'Looking…',
    mine: 'If you sign in, see “My reports” directly.',
  },
  link: { title: 'Open report', incomplete: 'This link is incomplete. Please use number and query code.' },
};

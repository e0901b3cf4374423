import type { Words } from '../zh';

export const evaluate: Pick<Words, 'evaluate' | 'satisfactions' | 'tags' | 'results'> = {
  evaluate: {
    title: 'Evaluate',
    lead: 'Is it solved?',
    yes: 'Solved',
    no: 'Not solved',
    level: 'How satisfied are you?',
    tags: 'Choose some words if you like',
    comment: 'Anything else',
    files: 'Photos',
    submit: 'Submit',
    thanks: 'Thank you for your evaluation.',
    thanksBad: 'We have noted it. Somebody will call you.',
    need: 'Please choose whether it is solved, then how satisfied you are.',
    closed: 'This report cannot be evaluated now.',
    judged: 'The reply',
    back: 'Back to the report',
  },
  satisfactions: {
    5: 'Very satisfied',
    4: 'Satisfied',
    3: 'Fairly satisfied',
    2: 'Dissatisfied',
    1: 'Very dissatisfied',
  },
  tags: {
    fast: 'Fast',
    clear: 'Clearly explained',
    kind: 'Friendly',
    fair: 'Fair',
    slow: 'Slow',
    unclear: 'Not explained',
    cold: 'Unfriendly',
    again: 'Extra trips',
  },
  results: { solved: 'Solved', partly: 'Partly solved', explained: 'Explained' },
};

import type { Words } from '../zh';

export const vocabulary: Pick<Words, 'date' | 'stages' | 'comma' | 'semicolon'> = {
  comma: ', ',
  semicolon: '; ',
  date: {
    day: (month, day) => `${month}/${day}`,
    dayOfYear: (year, month, day) => `${year}/${month}/${day}`,
  },
  stages: {
    'not-accepted': 'I applied; it was not accepted',
    'not-approved': 'Accepted, but not approved',
    'not-finished': 'Approved, but never finished',
    'not-solved-at-centre': 'I went to a centre; it was not solved',
    other: 'Another problem',
  },
};

import type { Words } from '../zh';

export const about: Pick<Words, 'guide' | 'centres' | 'privacy'> = {
  guide: {
    title: 'How it works',
    lead: 'What you can report, what happens then, and how long it takes.',
    bring: 'What helps',
    bringList: [
      'Know where you went, what for, and where it got stuck.',
      'Photos of receipts, notices or what the page said.',
      'A mobile number that you answer: the unit calls you first.',
      'Reporting for family or a company: say for whom.',
    ],
    practiceProblem: 'What was wrong',
    practiceApproach: 'What was changed',
    practiceEffect: 'What came of it',
    practicesMore: 'More of them',
    practices: 'What worked well',
    limits: 'Deadlines',
    limitsText:
      'Only working days and opening hours count, never holidays. Each report shows how its deadline was reckoned.',
  },
  centres: {
    title: 'Service centres',
    lead: 'Each of them has the window, and you can report there in person.',
    search: 'Find by name, town or address',
    address: 'Address',
    phone: 'Telephone',
    hours: 'Hours',
    none: 'Nothing found.',
    noneHint: 'Try another name, town or address, or clear the field to see all.',
    nothing: 'No service centre has been entered yet.',
  },
  privacy: {
    title: 'Privacy notice',
    updated: 'November 2026',
    parts: [
      {
        title: 'What we collect',
        text: 'Your name, mobile number, what you wrote, and photos and files you added. Places stored inside photos are removed.',
      },
      {
        title: 'What for',
        text: 'Only to handle your report: dispatch, calling you, calling back, and improving procedures.',
      },
      {
        title: 'Who sees it',
        text: 'The units on your report and those who supervise them. Lists hide part of name and number; seeing all needs a reason and is recorded.',
      },
      {
        title: 'How it is kept',
        text: 'Encrypted. Three years after closing, personal data is removed and only figures remain.',
      },
      {
        title: 'Your rights',
        text: 'You may see and export your data at any time, and ask for erasure after closing.',
      },
      { title: 'How to reach us', text: 'At the window in any service centre, or by its telephone.' },
    ],
  },
};

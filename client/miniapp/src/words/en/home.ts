import type { Words } from '../zh';

export const home: Words['home'] = {
  lead: 'Stuck with a public service? Tell us',
  text: 'Not accepted, not approved, never finished, or not solved at a service centre: report it here.',
  report: 'Make a report',
  reportHint: 'Two minutes; photos welcome',
  orders: 'My reports',
  ordersHint: 'Who has it, and by when',
  lookUp: 'Look up by number',
  lookUpHint: 'With number and code of your receipt',
  messages: 'Messages',
  messagesHint: 'Progress is told here',
  unread: (n) => `${n} unread`,
  steps: 'What happens after you submit',
  stepList: [
    {
      title: 'It goes to the unit in charge',
      text: 'By matter and place; a person decides the same day where that is unclear.',
    },
    {
      title: 'We call you within one working day',
      text: 'The unit that accepted it calls you first to understand.',
    },
    {
      title: 'It is handled by a deadline',
      text: 'Simple matters the same day; 3 working days for ordinary, 5 for complex ones.',
    },
    { title: 'You have the last word', text: 'We call back. What is not solved is supervised further.' },
  ],
  accepted: 'What you can report',
  notAccepted: 'What is out of scope',
  notAcceptedHint: 'We still explain why, and where to go.',
  more: 'Read more',
  openOrders: 'Being handled',
  allOrders: 'All reports',
  centres: 'Service centres',
  centresHint: 'Addresses, telephones, hours',
  demonstration: 'Demonstration: units, matters and people are made up.',
  draft: 'You have an unfinished report. Everything is still there.',
  draftGo: 'Go on',
  scene: (hall, window) => `You are at ${hall}${window ? ` ${window}` : ''}`,
};

import type { Words } from '../zh';
import type { Moment, Standing } from '../zh/standing';

const by = (order: Standing, moment: Moment) => (order.dueAt ? `by ${moment(order.dueAt)}` : 'soon');
const unit = (order: Standing) => (order.lead ?? order.holder)?.name ?? 'The unit in charge';

const sentences: Record<Standing['state'], (order: Standing, moment: Moment) => string> = {
  submitted: (order, moment) => `A dispatcher will name the unit in charge ${by(order, moment)}.`,
  dispatched: (order, moment) => `Passed to ${unit(order)}, which will take it on ${by(order, moment)}.`,
  handling: (order, moment) =>
    `${unit(order)} is handling it and will ${order.clock === 'contact' ? 'call you' : 'answer'} ${by(order, moment)}.`,
  resolved: (order) =>
    `${unit(order)} has answered. Please say whether it is really solved; we will also call you.`,
  rectifying: (order, moment) => `${unit(order)} is putting it right ${by(order, moment)}.`,
  closed: () => 'Closed. Thank you for your report.',
  declined: () => 'Not accepted. The reasons have been told to you.',
  withdrawn: () => 'You have withdrawn this report.',
  merged: () => 'Handled together with another report of the same matter. You will be told the result.',
};

const states: Record<Standing['state'], string> = {
  submitted: 'Waiting',
  dispatched: 'Passed on',
  handling: 'Being handled',
  resolved: 'Answered',
  rectifying: 'Being put right',
  closed: 'Closed',
  declined: 'Not accepted',
  withdrawn: 'Withdrawn',
  merged: 'Merged',
};

const clocks: Partial<Record<NonNullable<Standing['clock']>, string>> = {
  dispatch: 'Unit named',
  accept: 'Taken on',
  contact: 'First call',
  resolve: 'Answer',
  'follow-up': 'Next word',
  'unit-callback': 'Call back by the unit',
  'district-callback': 'Call back by the district',
  rectify: 'Put right',
};

export const standing: Words['standing'] = {
  sentence: (order, moment) => sentences[order.state](order, moment),
  state: (state) => states[state],
  clock: (kind, title) => clocks[kind] ?? title,
  countdown: () => null,
  receipt: (receipt, moment) => {
    const due = receipt.nextSteps[0]?.by;
    if (receipt.state === 'submitted' && due)
      return `A dispatcher will name the unit in charge by ${moment(due)}.`;
    if (receipt.state === 'dispatched' && due)
      return `Passed to the unit in charge, which will take it on by ${moment(due)}.`;
    return receipt.sentence;
  },
  nextSteps: (receipt) => {
    const due = receipt.nextSteps[0]?.by ?? null;
    if (!due || (receipt.state !== 'submitted' && receipt.state !== 'dispatched')) return receipt.nextSteps;
    return [
      {
        text:
          receipt.state === 'submitted' ? 'A dispatcher names the unit in charge' : 'The unit takes it on',
        by: due,
      },
      { text: 'The unit calls you within one working day after that', by: null },
      { text: 'Simple matters the same day; 3 working days for ordinary, 5 for complex ones', by: null },
      { text: 'You say whether it is really solved', by: null },
    ];
  },
  line: (chinese, english) => english ?? chinese,
  accepted: () => [
    'An application, online or in person, that was not accepted, not approved or never finished',
    'A matter that could not be done or solved at a service centre',
    'Any other problem met while getting something done',
  ],
  notAccepted: () => [
    'What laws or explicit documents forbid or limit',
    'Litigation, petitions and private disputes: we tell you where to go',
  ],
};

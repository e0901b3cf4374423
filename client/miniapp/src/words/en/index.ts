import type { Words } from '../zh';
import { about } from './about';
import { evaluate } from './evaluate';
import { files } from './files';
import { home } from './home';
import { kiosk } from './kiosk';
import { lookUp } from './look-up';
import { me } from './me';
import { messages } from './messages';
import { order } from './order';
import { orders } from './orders';
import { receipt } from './receipt';
import { report } from './report';
import { shell } from './shell';
import { sign } from './sign';
import { standing } from './standing';
import { state } from './state';
import { vocabulary } from './vocabulary';

/** Every text that the reporter's app says by itself, in English for foreign residents. */
export const en: Words = {
  ...shell,
  home,
  report,
  ...files,
  sign,
  receipt,
  orders,
  order,
  ...evaluate,
  ...lookUp,
  messages,
  me,
  ...about,
  kiosk,
  standing,
  state,
  ...vocabulary,
};

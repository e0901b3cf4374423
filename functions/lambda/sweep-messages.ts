import { sweepMessages } from '../jobs/sweep';
import { warmDeps } from './deps';

export const handler = () => sweepMessages(warmDeps());

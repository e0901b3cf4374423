import { drainOutbox } from '../jobs/drain-outbox';
import { sendersOf } from '../start/run-jobs';
import { warmDeps } from './deps';

export const handler = () => drainOutbox(warmDeps(), sendersOf(warmDeps()));

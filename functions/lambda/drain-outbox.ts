import { drainOutbox } from '../jobs/drain-outbox';
import { warmDeps } from './deps';

export const handler = () => drainOutbox(warmDeps(), warmDeps().senders);

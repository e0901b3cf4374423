import { sweepUploads } from '../jobs/sweep';
import { warmDeps } from './deps';

export const handler = () => sweepUploads(warmDeps());

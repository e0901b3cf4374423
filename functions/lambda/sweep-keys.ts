import { sweepKeys } from '../jobs/sweep';
import { warmDeps } from './deps';

export const handler = () => sweepKeys(warmDeps());

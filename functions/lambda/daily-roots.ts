import { computeDailyRoots } from '../jobs/sweep';
import { warmDeps } from './deps';

export const handler = () => computeDailyRoots(warmDeps());

import { takeSystemSteps } from '../jobs/take-system-steps';
import { warmDeps } from './deps';

export const handler = () => takeSystemSteps(warmDeps());

import { sweepImports } from '../jobs/sweep';
import { warmDeps } from './deps';

export const handler = () => sweepImports(warmDeps());

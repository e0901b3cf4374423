import { sweepRoutes } from '../jobs/sweep-routes';
import { warmDeps } from './deps';

export const handler = () => sweepRoutes(warmDeps());

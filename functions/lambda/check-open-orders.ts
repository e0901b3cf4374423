import { checkOpenOrders } from '../jobs/check-open-orders';
import { warmDeps } from './deps';

export const handler = () => checkOpenOrders(warmDeps());

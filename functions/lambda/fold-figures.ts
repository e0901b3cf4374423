import { foldFigures } from '../jobs/fold-figures';
import { warmDeps } from './deps';

export const handler = () => foldFigures(warmDeps());

import { checkContent } from '../content/check-content';
import { warmDeps } from './deps';

export const handler = () => checkContent(warmDeps());

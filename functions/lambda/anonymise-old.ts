import { anonymiseOld } from '../keeping/erase/keep-years';
import { warmDeps } from './deps';

export const handler = () => anonymiseOld(warmDeps());

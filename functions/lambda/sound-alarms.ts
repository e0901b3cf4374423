import { soundAlarms } from '../jobs/sound-alarms';
import { warmDeps } from './deps';

export const handler = () => soundAlarms(warmDeps());

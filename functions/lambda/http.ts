import { handle } from 'hono/aws-lambda';
import { createApp } from '../http/app';
import { warmDeps } from './deps';

export const handler: ReturnType<typeof handle> = (event, context) =>
  handle(createApp(warmDeps()))(event, context);

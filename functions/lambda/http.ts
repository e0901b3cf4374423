import { handle } from 'hono/aws-lambda';
import { createApp } from '../http/app';
import { warmDeps } from './deps';

let made: ReturnType<typeof handle> | null = null;

/** The app is put together at an instance's first call and kept while it is warm. */
export const handler: ReturnType<typeof handle> = (event, context) => {
  made ??= handle(createApp(warmDeps()));
  return made(event, context);
};

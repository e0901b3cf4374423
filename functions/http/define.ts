import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import * as z from 'zod';

const answer = { 200: { description: '成功', content: { 'application/json': { schema: z.unknown() } } } };

/** A route with a JSON body: validated at the edge, listed in the OpenAPI document. */
export const withBody = <P extends string, S extends z.ZodType>(
  method: 'post' | 'put' | 'delete',
  path: P,
  body: S,
  summary: string,
) =>
  createRoute({
    method,
    path,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: answer,
  } satisfies RouteConfig);

export const withQuery = <P extends string, S extends z.ZodObject>(path: P, query: S, summary: string) =>
  createRoute({ method: 'get', path, summary, request: { query }, responses: answer } satisfies RouteConfig);

/** An address with a number or id in it. */
export const numberParam = z.string().regex(/^CM\d{14}$/);
export const idParam = z.uuid();
export const cursor = z.string().max(200).optional();
export const limit = z.coerce.number().int().min(1).max(100).default(30);

import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { problemTitle } from '../../shared/notice/problem';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { StaffSession } from '../identity/staff-caller';
import type { Context, Deps } from '../order/context';

export type AppEnv = {
  Variables: { deps: Deps; ctx: Context; session?: StaffSession; requestId: string };
};

interface Problem {
  status: number;
  code: string;
  title: string;
  errors?: { path: string; message: string }[];
  [more: string]: unknown;
}

/** RFC 9457: one error shape, a Chinese title, field paths (spec 8). */
export function problem(c: HonoContext, { status, code, ...rest }: Problem): Response {
  const body = JSON.stringify({ type: 'about:blank', status, code, ...rest });
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'x-request-id': c.get('requestId') ?? '',
    },
  });
}

const fieldMessage = (issue: z.core.$ZodIssue): string => {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return `太短或太小，至少 ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `太长或太大，最多 ${String(issue.maximum)}`;
  if (issue.code === 'unrecognized_keys')
    return `不认识的内容：${issue.keys.slice(0, 5).join('、').slice(0, 100)}`;
  return '填写不正确';
};

export function invalidInput(c: HonoContext, error: z.ZodError | z.core.$ZodError): Response {
  const errors = error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 200),
    message: fieldMessage(issue),
  }));
  return problem(c, {
    status: 400,
    code: 'input.invalid',
    title: '有内容填写不正确，请检查后再提交。',
    errors,
  });
}

/** Where it happened, and nothing of what it was about: a message may hold the values of a query. */
const frames = (error: Error) =>
  error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6);
const causeCode = (error: Error) =>
  (error as { code?: string }).code ?? (error.cause as { code?: string } | undefined)?.code;

/** The one place where an error becomes an answer; what is not ours to explain is logged without personal data. */
export function onError(error: Error, c: HonoContext): Response {
  if (error instanceof RuleBroken) {
    const { path, ...detail } = error.detail;
    const title = problemTitle(error.code);
    const errors = typeof path === 'string' ? [{ path, message: title }] : undefined;
    return problem(c, {
      status: error.status,
      code: error.code,
      title,
      ...detail,
      ...(errors ? { errors } : {}),
    });
  }
  if (error instanceof z.ZodError) return invalidInput(c, error);
  if (error instanceof HTTPException) {
    return problem(c, {
      status: error.status,
      code: `http.${error.status}`,
      title: error.status === 413 ? '内容太大，请分开提交。' : '请求不正确，请返回重试。',
    });
  }
  const deps = c.get('deps') as Deps | undefined;
  deps?.log.error(
    {
      requestId: c.get('requestId'),
      method: c.req.method,
      name: error.name,
      code: causeCode(error),
      stack: frames(error),
    },
    'request failed',
  );
  return problem(c, {
    status: 500,
    code: 'server.failed',
    title: '系统出了点问题，您填写的内容还在，请稍后再试。',
  });
}

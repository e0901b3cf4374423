import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { decodedPath } from '../http/decoded-path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Serves a built client under a prefix; an address that is no file is a page of it, so it gets the index. */
export function staticPages(folder: string, prefix: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const path = decodedPath(c.req.url);
    if (!path?.startsWith(prefix) || path.startsWith('/api/')) return next();
    const wanted = join(folder, normalize(path.slice(prefix.length)).replace(/^([/\\.])+/, ''));
    const isFile = existsSync(wanted) && statSync(wanted).isFile();
    const file = isFile ? wanted : join(folder, 'index.html');
    if (!existsSync(file)) return next();
    const hashed = /[.-][0-9a-zA-Z_-]{8,}\.(js|css|woff2|png|svg)$/.test(file);
    return c.body(new Uint8Array(readFileSync(file)), 200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': isFile && hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  };
}

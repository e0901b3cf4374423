import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/find-browser.mjs';

const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** The built web pages on a free port, with no server behind them. */
function serve(root) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.startsWith('/api/')) return response.writeHead(503).end();
    const asked = path.join(root, path.normalize(pathname));
    const file = existsSync(asked) && statSync(asked).isFile() ? asked : path.join(root, 'index.html');
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    return response.end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/**
 * Bytes of script, gzipped, that a browser fetches for the report page until it can be filled in and has come to rest.
 * Throws when the page does not show its form.
 */
export async function reportPageScript(root) {
  const server = await serve(root);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const scripts = [];
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script') scripts.push(answer.body());
    });
    await page.goto(`http://127.0.0.1:${server.address().port}/report`);
    await page.waitForSelector('#submit');
    await page.waitForLoadState('networkidle');
    const bodies = await Promise.all(scripts);
    return { count: bodies.length, size: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) };
  } finally {
    await browser.close();
    server.close();
  }
}

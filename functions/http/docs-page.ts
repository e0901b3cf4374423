/** A page to read /openapi.json by: plain HTML made in the browser, nothing fetched from elsewhere. */
export const docsPage = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>接口说明</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#123}
h2{margin:1.5rem 0 .25rem;font-size:1.05rem}code,pre{background:#f2f6f7;border-radius:4px;padding:.1rem .3rem}
pre{padding:.75rem;overflow:auto;font-size:.85rem}</style></head>
<body><h1>接口说明</h1><p>机器可读的全文在 <a href="/openapi.json">/openapi.json</a>。</p><main id="list">正在读取……</main>
<script src="/docs.js"></script></body></html>`;

export const docsScript = `fetch('/openapi.json').then((r) => r.json()).then((spec) => {
  const list = document.getElementById('list');
  list.textContent = '';
  for (const [path, methods] of Object.entries(spec.paths)) for (const [method, about] of Object.entries(methods)) {
    const title = document.createElement('h2');
    title.textContent = method.toUpperCase() + ' ' + path;
    const text = document.createElement('p');
    text.textContent = about.summary || '';
    list.append(title, text);
    const body = about.requestBody && about.requestBody.content['application/json'];
    if (body) {
      const pre = document.createElement('pre');
      pre.textContent = JSON.stringify(body.schema, null, 2);
      list.append(pre);
    }
  }
});`;

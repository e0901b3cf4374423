import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);
/** A published file without its comments, which hold code of their own. */
const read = (name, file) =>
  readFileSync(path.join(path.dirname(resolve(`${name}/package.json`)), file), 'utf8').replace(
    /\/\*[\s\S]*?\*\//g,
    '',
  );

/** Names of the members of a declaration, by the indentation that the published files keep. */
function membersOf(text, head, indent, member) {
  const from = text.search(head);
  if (from < 0) throw new Error(`the typings have no ${head}`);
  const end = text.indexOf(`\n${' '.repeat(indent)}}`, from);
  return [...text.slice(from, end).matchAll(member)].map(([, name]) => name);
}

const method = (indent) => new RegExp(`^ {${indent}}(?:abstract |readonly )?(\\w+)\\??[(<:]`, 'gm');

function wechat() {
  const text = read('miniprogram-api-typings', 'types/wx/lib.wx.api.d.ts');
  return {
    api: new Set(membersOf(text, /^ {4}interface Wx \{/m, 4, method(8))),
    files: new Set(membersOf(text, /^ {4}interface FileSystemManager \{/m, 4, method(8))),
  };
}

/** The namespace `my` stands in two files. */
function alipay() {
  const texts = ['types/lib.my.d.ts', 'types/lib.my.extra.d.ts'].map((file) => read('@mini-types/my', file));
  const api = texts.flatMap((text) =>
    membersOf(text, /^declare namespace my \{/m, 0, /^ {2}export (?:function|const) (\w+)/gm),
  );
  const files = membersOf(
    texts[0],
    /^ {2}export (?:abstract )?(?:class|interface) FileSystemManager /m,
    2,
    method(4),
  );
  return { api: new Set(api), files: new Set(files) };
}

/** Names of the interfaces a platform publishes: its global object's, and its file system's. */
export const publishedBy = { weapp: wechat, alipay };

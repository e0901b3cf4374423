import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { walkCode } from './walk-code.mjs';

const { resolve } = createRequire(import.meta.url);
/** Done by Taro itself on every platform. */
const own = new Set(['getEnv', 'ENV_TYPE', 'getCurrentPages', 'getApp', 'getCurrentInstance', 'eventCenter']);

/** What Taro's Alipay platform calls in place of an interface of WeChat's: its own table `apiDiff`. */
function alipayAliases() {
  const aliases = new Map([['showModal', 'confirm']]);
  const file = path.join(
    path.dirname(resolve('@tarojs/plugin-platform-alipay/package.json')),
    'dist/runtime.js',
  );
  walkCode(file, (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.text !== 'apiDiff') return;
    for (const { name, initializer } of node.initializer.properties) {
      const alias = initializer.properties?.find((one) => one.name.text === 'alias');
      if (alias) aliases.set(name.text, alias.initializer.text);
    }
  });
  return aliases;
}

/** The platform's own name of an interface called through Taro; null for what Taro does by itself. */
export function taroNames(platform) {
  const aliases = platform === 'alipay' ? alipayAliases() : new Map();
  return (name) => (own.has(name) ? null : (aliases.get(name) ?? name));
}

/** What a browser cannot do: Taro's web version has these names, and answers them as if they had been done. */
export function namesWithoutWeb() {
  const file = path.join(path.dirname(resolve('@tarojs/taro-h5')), 'index.esm.js');
  const names = [...readFileSync(file, 'utf8').matchAll(/(?:temporarily|permanently)NotSupport\('(\w+)'\)/g)];
  if (names.length === 0) throw new Error(`${file} names nothing that a browser cannot do`);
  return new Set(names.map(([, name]) => name));
}

import path from 'node:path';
import ts from 'typescript';
import { filesBelow } from './files-below.mjs';
import { namesWithoutWeb, taroNames } from './taro-alias.mjs';
import { publishedBy } from './typings.mjs';
import { walkCode } from './walk-code.mjs';

const globalOf = { weapp: 'wx', alipay: 'my' };
/** Taro and webpack keep these on the global object themselves, and ask before they use the others. */
const kept = new Set(['webpackJsonp', 'taroEventCenter', 'httpRequest']);

/** `object.name` and `object["name"]`, where the object is a plain name. */
function memberOf(node) {
  if (ts.isPropertyAccessExpression(node)) return [node.expression, node.name.text];
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return [node.expression, node.argumentExpression.text];
  return null;
}

/** The sources a platform is built from: its own variant of a file before the mini-programs' before the web's. */
export function sourcesOf(folder, platform) {
  const best = new Map();
  const rank = platform === 'h5' ? {} : { [platform]: 3, mini: 2 };
  for (const file of filesBelow(folder)) {
    const [, base, variant] = /^(.+?)(?:\.(weapp|alipay|mini|config|test))?\.tsx?$/.exec(file) ?? [];
    if (!base || variant === 'test' || variant === 'config') continue;
    const level = variant ? rank[variant] : 1;
    if (level && level > (best.get(base)?.level ?? 0)) best.set(base, { level, file });
  }
  return [...best.values()].map(({ file }) => file);
}

function inPackage(root, platform, { api }) {
  const unknown = [];
  for (const file of filesBelow(root).filter((name) => name.endsWith('.js')))
    walkCode(file, (node) => {
      const [object, name] = memberOf(node) ?? [];
      if (object?.text === globalOf[platform] && !api.has(name) && !kept.has(name))
        unknown.push(`${path.relative(root, file)} uses ${object.text}.${name}, which the platform lacks`);
    });
  return unknown;
}

/** `Taro.x` by the platform's name for it, and `Taro.getFileSystemManager().x`. */
function throughTaro(folder, platform, { api, files }) {
  const unknown = [];
  const nameOf = taroNames(platform);
  for (const file of sourcesOf(folder, platform))
    walkCode(file, (node) => {
      const [object, name] = memberOf(node) ?? [];
      const at = path.relative(folder, file);
      if (object?.text === 'Taro') {
        const real = nameOf(name);
        if (real && !api.has(real))
          unknown.push(`${at} uses Taro.${name} (${real}), which the platform lacks`);
      }
      if (object && ts.isCallExpression(object) && object.expression.name?.text === 'getFileSystemManager')
        if (!files.has(name)) unknown.push(`${at} uses the file system's ${name}, which the platform lacks`);
    });
  return unknown;
}

/** Calls of interfaces that the platform's published typings do not know, in the package and through Taro. */
export function unknownInterfaces(root, platform, sources) {
  const published = publishedBy[platform]();
  return [...inPackage(root, platform, published), ...throughTaro(sources, platform, published)];
}

/** Interfaces called through Taro that do nothing in a browser. */
export function emptyOnWeb(sources) {
  const empty = namesWithoutWeb();
  const found = [];
  for (const file of sourcesOf(sources, 'h5'))
    walkCode(file, (node) => {
      const [object, name] = memberOf(node) ?? [];
      if (object?.text === 'Taro' && empty.has(name))
        found.push(`${path.relative(sources, file)} uses Taro.${name}, which does nothing in a browser`);
    });
  return found;
}

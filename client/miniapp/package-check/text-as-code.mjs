import path from 'node:path';
import ts from 'typescript';
import { filesBelow } from './files-below.mjs';
import { walkCode } from './walk-code.mjs';

const isNamed = (node, name) => ts.isIdentifier(node) && node.text === name;
const isText = (node) => node && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node));
/** What core-js and lodash ask the global object with, behind a guard that is never passed on a phone. */
const asksForGlobal = (args) => args?.length === 1 && args[0].text === 'return this';

function runsText(node) {
  if (ts.isNewExpression(node)) return isNamed(node.expression, 'Function');
  if (!ts.isCallExpression(node)) return false;
  const { expression: called, arguments: args } = node;
  if (isNamed(called, 'eval')) return true;
  if (isNamed(called, 'Function')) return !asksForGlobal(args);
  if (isNamed(called, 'setTimeout') || isNamed(called, 'setInterval')) return isText(args[0]);
  return ts.isPropertyAccessExpression(called) && called.name.text === 'constructor' && isText(args[0]);
}

/** Places where a package runs text as code: mini-programs refuse it. */
export function textAsCode(root) {
  const found = [];
  for (const file of filesBelow(root).filter((name) => name.endsWith('.js')))
    walkCode(file, (node, around) => {
      if (runsText(node)) found.push(`text run as code in ${path.relative(root, file)}: ${around(node)}`);
    });
  return found;
}

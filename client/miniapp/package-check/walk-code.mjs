import { readFileSync } from 'node:fs';
import ts from 'typescript';

const kinds = { '.ts': ts.ScriptKind.TS, '.tsx': ts.ScriptKind.TSX, '.js': ts.ScriptKind.JS };

/** Calls `visit` on every node of a script, and says where it stands. */
export function walkCode(file, visit) {
  const text = readFileSync(file, 'utf8');
  const kind = kinds[/\.\w+$/.exec(file)?.[0]] ?? ts.ScriptKind.JS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false, kind);
  const around = (node) => text.slice(Math.max(0, node.getStart(source) - 20), node.end + 20).slice(0, 100);
  const step = (node) => {
    visit(node, around);
    ts.forEachChild(node, step);
  };
  step(source);
}

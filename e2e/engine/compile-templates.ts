import { TmplGroup } from 'glass-easel-template-compiler';
import { axmlToWxml, sjsToWxs } from './axml-to-wxml';
import type { Platform } from './package-files';

const languages = {
  weapp: { template: 'wxml', script: 'wxs', markup: (text: string) => text, code: (text: string) => text },
  alipay: { template: 'axml', script: 'sjs', markup: axmlToWxml, code: sjsToWxs },
};

/** The platform's own elements, as far as this app uses them; any other stays unknown to the engine. */
const builtIn = /<(\/?)(view|text|button|label|input|textarea|image|picker|scroll-view)(?=[\s>/])/g;

interface Warning {
  path: string;
  message: string;
  level: number;
}

/**
 * All templates of a package by Tencent's compiler, as one expression in JavaScript. Events pass through
 * `engineEvent`, which gives them the platform's shape. Throws what the compiler warns of.
 */
export function compileTemplates(
  platform: Platform,
  names: string[],
  text: (name: string) => string,
): string {
  const { template, script, markup, code } = languages[platform];
  const group = new TmplGroup();
  const warnings: Warning[] = [];
  for (const name of names) {
    if (name.endsWith(`.${script}`)) group.addScript(name.slice(0, -script.length - 1), code(text(name)));
    if (name.endsWith(`.${template}`)) {
      const path = name.slice(0, -template.length - 1);
      warnings.push(...(group.addTmpl(path, markup(text(name)).replace(builtIn, '<$1wx-$2')) as Warning[]));
    }
  }
  if (warnings.length > 0)
    throw new Error(warnings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  group.setExtraRuntimeScript('Q.C=function(a,b,c){return engineEvent(a,b,c)};');
  const compiled = group.getTmplGenObjectGroups();
  group.free();
  return compiled;
}

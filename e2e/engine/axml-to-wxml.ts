const first = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/**
 * Alipay's template language in the words of WeChat's: the two differ in the names of directives, events and script
 * imports alone.
 */
export function axmlToWxml(axml: string): string {
  return axml
    .replace(/<import-sjs\s+name="([^"]+)"\s+from="([^"]+)\.sjs"\s*\/>/g, '<wxs module="$1" src="$2.wxs" />')
    .replace(/<import\s+src="([^"]+)\.axml"/g, '<import src="$1.wxml"')
    .replace(/\sa:([a-z-]+)=/g, ' wx:$1=')
    .replace(/\s(on|catch)([A-Z]\w*)=/g, (_all, how: string, name: string) =>
      how === 'on' ? ` bind:${first(name)}=` : ` catch:${first(name)}=`,
    );
}

/** Alipay's scripts are ES modules of one default object; WeChat's are CommonJS. */
export const sjsToWxs = (sjs: string): string => sjs.replace(/export\s+default/, 'module.exports =');

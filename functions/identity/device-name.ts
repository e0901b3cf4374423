const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙设备'],
  [/Android/, '安卓手机'],
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X|Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
];
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge 浏览器'],
  [/Firefox\//, 'Firefox 浏览器'],
  [/QQBrowser\//, 'QQ 浏览器'],
  [/Chrom(e|ium)\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
];
const named = (agent: string, words: [RegExp, string][]) => words.find(([form]) => form.test(agent))?.[1];

/** What a person calls the device of a `User-Agent`, so that one knows one's own sessions; nothing that could identify it. */
export function deviceName(agent: string | undefined): string {
  const said = agent ?? '';
  const parts = [named(said, systems), named(said, browsers)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : '未知设备';
}

import { appJson, checkPackage, type Files } from './tiny-package';

it.each(['weapp', 'alipay'] as const)('lets a whole %s package pass', (platform) => {
  const sources = {
    'a.mini.ts': "Taro.showModal({ title: '' }); Taro.getFileSystemManager().readFile({});",
    'c.ts': 'Taro.alsoNotThere()',
    'c.mini.ts': "Taro.setClipboardData({ data: '' })",
  };
  expect(checkPackage(platform, {}, sources)).toMatchObject({ status: 0 });
});

it.each<[string, 'weapp' | 'alipay', Files, Files, string]>([
  ['eval', 'weapp', { 'app.js': 'eval("1")' }, {}, 'text run as code in app.js'],
  ['new Function', 'alipay', { 'app.js': 'var f=new Function("a","return a")' }, {}, 'text run as code'],
  ['Function of a text', 'weapp', { 'app.js': 'Function("a","return a")' }, {}, 'text run as code'],
  ['a timer of a text', 'weapp', { 'app.js': 'setTimeout("go()",1)' }, {}, 'text run as code'],
  ['a page that is not there', 'weapp', { 'report/form.js': null }, {}, 'missing: report/form.js'],
  ['a page without template', 'alipay', { 'follow/order.axml': null }, {}, 'missing: follow/order.axml'],
  ['a page without JSON', 'weapp', { 'pages/home.json': null }, {}, 'missing: pages/home.json'],
  ['a broken JSON', 'weapp', { 'pages/home.json': '{' }, {}, 'no JSON: pages/home.json'],
  [
    'a component that is not there',
    'weapp',
    { 'pages/home.json': '{"usingComponents":{"a":"../part/a"}}' },
    {},
    'missing: part/a.js',
  ],
  [
    'no lazy loading',
    'weapp',
    { 'app.json': appJson({ lazyCodeLoading: undefined }) },
    {},
    'lazyCodeLoading',
  ],
  [
    'a page of a subpackage in the main package',
    'weapp',
    { 'app.json': appJson({ pages: ['pages/home', 'report/form'] }) },
    {},
    'lies in subpackage report',
  ],
  [
    'a subpackage within another',
    'alipay',
    {
      'app.json': appJson({
        subPackages: [
          { root: 'report', pages: ['form'] },
          { root: 'report/more', pages: [] },
        ],
      }),
    },
    {},
    'subpackage report/more lies within another',
  ],
  [
    'a tab of a subpackage',
    'weapp',
    { 'app.json': appJson({ tabBar: { list: [{ pagePath: 'report/form' }] } }) },
    {},
    'tab report/form is no page of the main package',
  ],
  [
    'a script of another subpackage',
    'weapp',
    { 'follow/order.js': 'require("../report/form")' },
    {},
    'another subpackage',
  ],
  [
    'a script that is not there',
    'weapp',
    { 'app.js': 'require("./gone")' },
    {},
    'gone.js, which is not there',
  ],
  ['an unknown interface', 'weapp', { 'app.js': 'wx.noSuchInterface()' }, {}, 'wx.noSuchInterface, which'],
  [
    'an interface of the other platform',
    'alipay',
    { 'app.js': 'my.chooseMedia()' },
    {},
    'my.chooseMedia, which',
  ],
  [
    'an interface that Taro does not translate',
    'alipay',
    {},
    { 'choose.ts': 'Taro.chooseMessageFile({})' },
    'Taro.chooseMessageFile (chooseMessageFile), which',
  ],
  [
    'an interface that does nothing in a browser',
    'weapp',
    {},
    { 'login.ts': 'Taro.login()' },
    'Taro.login, which does nothing in a browser',
  ],
  [
    'a file system that can do less',
    'weapp',
    {},
    { 'read.mini.ts': 'Taro.getFileSystemManager().noSuchWay()' },
    "the file system's noSuchWay, which",
  ],
])('finds %s', (_title, platform, changes, sources, wanted) => {
  const { status, said } = checkPackage(platform, changes, sources);
  expect(said).toContain(wanted);
  expect(status).toBe(1);
});

const path = require('node:path');

const shared = path.resolve(__dirname, '../../../shared');
const platform = process.env.TARO_ENV ?? 'h5';
const isMini = platform !== 'h5';
/** Mini-programs call an absolute address; the web page asks the server that it came from. */
const apiBase = isMini ? (process.env.WINDOW_API_BASE ?? 'http://127.0.0.1:3000/api') : '/api';

const variants = isMini ? [`.${platform}.tsx`, `.${platform}.ts`, '.mini.tsx', '.mini.ts'] : [];
const withVariants = (chain) => {
  for (const extension of [...variants].reverse()) chain.resolve.extensions.prepend(extension);
};

module.exports = {
  projectName: 'window-reporter',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  plugins: [],
  defineConstants: {
    API_BASE: JSON.stringify(apiBase),
    SUBSCRIBE_LONG_TERM: JSON.stringify(process.env.WINDOW_SUBSCRIBE_LONG_TERM ?? ''),
    SUBSCRIBE_TEMPLATES: JSON.stringify(process.env.WINDOW_SUBSCRIBE_TEMPLATES ?? ''),
  },
  copy: { patterns: [], options: {} },
  mini: {
    compile: { include: [shared] },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
    webpackChain: withVariants,
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    compile: { include: [shared] },
    webpackChain: (chain) => {
      chain.resolve.alias.set('jsonp-retry', path.resolve(__dirname, 'no-jsonp.js'));
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    router: {
      mode: 'browser',
      customRoutes: require('../src/setting/paths.json'),
    },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
  },
};

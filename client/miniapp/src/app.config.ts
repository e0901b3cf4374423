export default defineAppConfig({
  pages: ['pages/home/index', 'pages/orders/index', 'pages/messages/index', 'pages/me/index'],
  subPackages: [
    { root: 'report', pages: ['form/index', 'receipt/index'] },
    { root: 'follow', pages: ['order/index', 'evaluate/index', 'look-up/index', 'link/index'] },
    { root: 'about', pages: ['guide/index', 'centres/index', 'privacy/index', 'sign-in/index'] },
  ],
  window: {
    navigationBarTitleText: '“办不成事”反映窗口',
    navigationBarBackgroundColor: '#0b5563',
    navigationBarTextStyle: 'white',
    backgroundTextStyle: 'dark',
    backgroundColor: '#f3f6f7',
  },
  lazyCodeLoading: 'requiredComponents',
});

export default definePageConfig({
  navigationBarTitleText: '“办不成事”反映窗口',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});

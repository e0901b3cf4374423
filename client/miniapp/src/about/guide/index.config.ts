export default definePageConfig({
  navigationBarTitleText: '办理说明',
  enablePullDownRefresh: false,
  enableShareAppMessage: true,
});

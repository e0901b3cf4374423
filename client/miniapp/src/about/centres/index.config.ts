export default definePageConfig({
  navigationBarTitleText: '政务服务中心',
  enablePullDownRefresh: false,
  enableShareAppMessage: true,
});

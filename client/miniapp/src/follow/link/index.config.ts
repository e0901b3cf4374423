export default definePageConfig({ navigationBarTitleText: '打开诉求', enablePullDownRefresh: false });

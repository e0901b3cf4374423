export default definePageConfig({ navigationBarTitleText: '凭编号查询', enablePullDownRefresh: false });

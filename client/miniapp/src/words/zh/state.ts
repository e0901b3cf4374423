export const state = {
  loading: '正在读取…',
  offline: '没有连上网络',
  offlineHint: '请检查网络，已填的内容不会丢。',
  error: '服务暂时有点忙',
  errorHint: '请稍等一下再试。',
  again: '再试一次',
  refresh: '刷新',
  missing: '没有找到，或者不能查看',
  expired: '登录已过期，请重新登录。',
};

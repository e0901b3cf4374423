export const shell = {
  brand: '“办不成事”反映窗口',
  place: '上海市崇明区',
  skip: '跳到正文',
  nav: {
    label: '主要导航',
    home: '首页',
    report: '我要反映',
    orders: '我的诉求',
    messages: '消息',
    me: '我的',
    lookUp: '凭编号查询',
  },
  elder: { on: '长辈版', off: '标准版', hint: '字更大，按钮更大' },
  language: { other: 'English', name: '语言' },
  back: '返回',
  footer: '不会上网也没关系：任一政务服务中心的“办不成事”反映窗口都可以当面登记。',
};

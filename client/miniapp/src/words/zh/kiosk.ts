export const kiosk = {
  idle: (seconds: number) => `没有操作，${seconds} 秒后清除已填内容`,
  stay: '我还在填',
  pad: { digits: '数字键盘', code: '查询码键盘' },
  delete: '删一位',
  clear: '清空',
  key: (key: string) => `按键 ${key}`,
  unknown: '这台终端没有登记，或已停用，请到窗口办理。',
  here: '已按这台终端所在的大厅填好',
  start: '结束并清除',
};

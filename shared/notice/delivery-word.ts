/** The ways a message goes, in the words of the console. */
export const providerWords: Record<string, string> = {
  inbox: '站内消息',
  sms: '短信',
  wechat: '微信订阅消息',
  alipay: '支付宝消息',
  'aliyun-sms': '阿里云短信模板',
  wecom: '单位群机器人',
  email: '邮件',
  webhook: '合作系统推送',
};

/** Set on a message that waits because its provider is not asked for a while. */
export const pausedError = 'paused';

const errors: Record<string, string> = {
  unavailable: '对方没有回应',
  timeout: '等待超时',
  throttled: '发得太快，被对方限制',
  'bad-recipient': '收件地址不对',
  'refused-by-user': '收件人没有同意接收',
  misconfigured: '账号或模板设置不对',
  rejected: '对方拒收',
  [pausedError]: '连续失败，暂停发送',
};

/** What a message failed at: our kind of the failure in words, with the provider's own code behind it. */
export function errorWord(error: string | null): string {
  if (!error) return '';
  const [kind = '', ...code] = error.split(' ');
  const said = errors[kind] ?? '没有发出';
  return code.length > 0 ? `${said}（${code.join(' ')}）` : said;
}

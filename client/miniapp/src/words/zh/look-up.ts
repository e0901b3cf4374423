export const lookUp = {
  lookUp: {
    title: '凭编号查询',
    lead: '编号和查询码在提交后的回执上，也在短信里。',
    number: '编号',
    numberPlace: 'CM 加 14 位数字',
    code: '查询码',
    codePlace: '6 位字母或数字',
    codeWrong: '查询码是 6 位，没有 0、1、I、L、O。',
    numberWrong: '编号不对，请对照回执再看一遍。',
    go: '查询',
    join: '查询并加入“我的诉求”',
    going: '正在查询…',
    mine: '登录过的手机号可以直接看“我的诉求”。',
  },
  link: { title: '打开诉求', incomplete: '这个链接不完整，请用编号和查询码查看。' },
};

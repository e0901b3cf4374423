/** A script that anybody with Node can run in the unpacked folder: recomputes the chain and every file's checksum. */
export const verifyScript = `import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const hash = (kind, bytes) => createHash(kind).update(bytes).digest('hex');
const plain = (value) => {
  if (Array.isArray(value)) return '[' + value.map((item) => plain(item ?? null)).join(',') + ']';
  if (value !== null && typeof value === 'object')
    return '{' + Object.keys(value).filter((key) => value[key] !== undefined).sort()
      .map((key) => JSON.stringify(key) + ':' + plain(value[key])).join(',') + '}';
  return JSON.stringify(value);
};
const wrong = [];
for (const line of readFileSync('checksums.txt', 'utf8').trim().split('\\n')) {
  const [sum, name] = line.split('  ');
  if (hash('sha256', readFileSync(name)) !== sum) wrong.push('file ' + name);
}
const { chain, length, lastHash, events } = JSON.parse(readFileSync('events.json', 'utf8'));
let prev = '0'.repeat(64);
for (const [at, each] of events.entries()) {
  const { seq, kind, actor, actorUnitId, orderId, internal, data, sealed } = each;
  const kindOfHash = each.hash.startsWith('sm3:') ? 'sm3' : 'sha256';
  const text = plain(['event/v2', prev, chain, seq, new Date(each.at).toISOString(), kind, actor, actorUnitId, orderId,
    internal, data ?? null, sealed]);
  const expected = (kindOfHash === 'sm3' ? 'sm3:' : '') + hash(kindOfHash, text);
  if (seq !== at + 1 || each.prevHash !== prev || each.hash !== expected) wrong.push('event ' + seq);
  prev = each.hash;
}
if (events.length !== length || prev !== lastHash) wrong.push('end of the chain');
console.log(wrong.length === 0 ? '完整：' + events.length + ' 条记录，没有改动。' : '不完整：' + wrong.join('、'));
process.exit(wrong.length === 0 ? 0 : 1);
`;

export const readme = (number: string, at: string, by: string) => `诉求 ${number} 证据包
${by} 于 ${at} 导出，仅供工作使用。

order.json      工单的全部内容（个人信息已遮盖）
events.json     每一步的记录和散列值
files/          附件原件
verdict.json    导出时系统核验的结果
checksums.txt   以上每个文件的 SHA-256
verify.mjs      自行核验：装有 Node 的电脑上，解压后在文件夹内运行 node verify.mjs
`;

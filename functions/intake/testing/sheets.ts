import { TextDecoder } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';
import excel from 'exceljs';
import type { TestWorld } from '../../testing/database';
import type { Caller } from '../../testing/people';

export type Row = (string | number | Date | null | object)[];
export const titles = [
  '市平台编号',
  '收到时间',
  '姓名',
  '手机号',
  '事项',
  '街镇',
  '卡在哪一步',
  '信用代码',
  '企业名称',
  '诉求内容',
];

export async function xlsxOf(rows: Row[]): Promise<Buffer> {
  const book = new excel.Workbook();
  const page = book.addWorksheet('工单');
  page.addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

let gbk: Map<string, Buffer> | null = null;
/** Node reads the national encoding but does not write it: the table is turned round. */
export function gbkOf(text: string): Buffer {
  if (!gbk) {
    gbk = new Map();
    const decoder = new TextDecoder('gbk');
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) {
        const bytes = Buffer.from([high, low]);
        const letter = decoder.decode(bytes);
        if ([...letter].length === 1 && !gbk.has(letter)) gbk.set(letter, bytes);
      }
  }
  return Buffer.concat(
    [...text].map((letter) =>
      letter < '\x80' ? Buffer.from(letter) : (gbk?.get(letter) ?? Buffer.from('?')),
    ),
  );
}

export interface Imported {
  id: string;
  status: number;
  code?: string;
  missing?: string[];
  sameFileAt: string | null;
}

/** Sends bytes as the page does, by the session of this member of staff. */
export async function upload(world: TestWorld, cookie: string, bytes: Buffer): Promise<Imported> {
  const answer = await world.app.request('/api/intake/city/imports', {
    method: 'POST',
    headers: { cookie, 'x-requested-with': 'console', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { ...((await answer.json()) as Imported), status: answer.status };
}

/** Steps an import to its end; answers how many steps it took. */
export async function finish(who: Caller, id: string): Promise<number> {
  for (let steps = 1; ; steps += 1) {
    const { status, body } = await who.call('POST', `/intake/city/imports/${id}/step`);
    if (status !== 200) throw new Error(`step ${steps}: ${status} ${JSON.stringify(body)}`);
    if (!body.left) return steps;
  }
}

export const countsOf = async (who: Caller, id: string) => {
  const { body } = await who.call('GET', `/intake/city/imports/${id}`);
  const { total, accepted, duplicate, refused, left } = body;
  return { total, accepted, duplicate, refused, left };
};

export interface Reported {
  line: number;
  cityNumber: string | null;
  outcome: string | null;
  orderNumber: string | null;
  problems: { column: string; message: string }[];
}
export async function reportOf(who: Caller, id: string, outcome?: string): Promise<Reported[]> {
  const rows: Reported[] = [];
  let cursor: string | null = null;
  do {
    const query: string = `limit=100${outcome ? `&outcome=${outcome}` : ''}${cursor ? `&cursor=${cursor}` : ''}`;
    const { body } = await who.call('GET', `/intake/city/imports/${id}/rows?${query}`);
    rows.push(...(body.items as Reported[]));
    cursor = body.next as string | null;
  } while (cursor);
  return rows;
}

/** A zip of these files; `says` is the size its directory claims for each, whatever it is. */
export function zipOf(files: Map<string, Buffer>, says?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [title, bytes] of files) {
    const name = Buffer.from(title);
    const packed = deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(says ?? bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, name, packed]);
    const where = Buffer.alloc(16);
    where.writeUInt32LE(at, 12);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x00\x00'), about.subarray(0, 24), where, name]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}

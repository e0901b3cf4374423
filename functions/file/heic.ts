import { Worker } from 'node:worker_threads';
import { FileRefused } from './file-refused';
import { holdsAllPixels } from './heic-boxes';

/** 50 million pixels are 200 MB while they are decoded. */
const maxPixels = 50_000_000;
const maxMilliseconds = 20_000;

/** Decoding holds a thread for a second or two and may meet hostile bytes, so it has a thread of its own, to be ended. */
const decoder = `
const { parentPort, workerData } = require('node:worker_threads');
const decode = require(workerData.codec);
(async () => {
  const [first] = await decode.all({ buffer: workerData.bytes });
  if (first.width * first.height > workerData.maxPixels) return parentPort.postMessage({ tooManyPixels: true });
  const { width, height, data } = await first.decode();
  parentPort.postMessage({ width, height, data }, [data.buffer]);
})().catch(() => parentPort.postMessage({}));
`;

interface Answer {
  tooManyPixels?: boolean;
  width?: number;
  height?: number;
  data?: Uint8ClampedArray;
}

function decodeApart(bytes: Buffer): Promise<Answer> {
  const workerData = { codec: require.resolve('heic-decode'), bytes: new Uint8Array(bytes), maxPixels };
  const worker = new Worker(decoder, {
    eval: true,
    workerData,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const answered = new Promise<Answer>((resolve) => {
    const tired = setTimeout(() => resolve({}), maxMilliseconds);
    const answer = (message: Answer) => {
      clearTimeout(tired);
      resolve(message);
    };
    worker.once('message', answer);
    worker.once('error', () => answer({}));
    worker.once('exit', () => answer({}));
  });
  return answered.finally(() => worker.terminate());
}

/** One at a time, for each needs some hundred megabytes. */
let last: Promise<unknown> = Promise.resolve();

/** The pixels of an iPhone photo (RGBA, turned upright); throws `file.damaged` or `file.too_many_pixels`. */
export async function decodeHeic(bytes: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  if (!holdsAllPixels(bytes)) throw new FileRefused('file.damaged');
  const turn = last.then(() => decodeApart(bytes));
  last = turn.catch(() => undefined);
  const { tooManyPixels, width, height, data } = await turn;
  if (tooManyPixels) throw new FileRefused('file.too_many_pixels');
  if (!data || !width || !height) throw new FileRefused('file.damaged');
  return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), width, height };
}

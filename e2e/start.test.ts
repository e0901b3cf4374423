import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openFolder, startServer } from './stage';

/** Starts the built server as a stranger would, and gives back how it ended and what it said. */
function tryStart(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['dist/server.cjs'], {
    cwd: join(__dirname, '..'),
    env: { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  return new Promise((done) => child.once('exit', (code) => done({ code, said: said.trim() })));
}

const oneSentence = /^[^\n]+\.$/;
const healthy = async (base: string) => (await fetch(`${base}/api/health`)).ok;

it('says in one sentence why it cannot start, and leaves the server that runs unharmed', async () => {
  const first = await startServer();
  const port = new URL(first.base).port;

  const sameData = await tryStart({ PORT: '0', DATA_DIR: first.dataDir });
  expect(sameData).toEqual({ code: 1, said: expect.stringMatching(oneSentence) });
  expect(sameData.said).toContain('Another server already runs on this data');
  expect(await healthy(first.base)).toBe(true);

  const otherData = openFolder('window-start-');
  const samePort = await tryStart({ PORT: port, DATA_DIR: otherData });
  expect(samePort).toEqual({ code: 1, said: `Port ${port} is taken; set PORT to a free one.` });
  expect(await healthy(first.base)).toBe(true);

  const nobodyThere = await tryStart({
    PORT: '0',
    DATABASE_URL: 'postgresql://someone:secret@127.0.0.1:1/x',
  });
  expect(nobodyThere).toEqual({ code: 1, said: expect.stringMatching(oneSentence) });
  expect(nobodyThere.said).toContain('DATABASE_URL');
  expect(nobodyThere.said).not.toContain('secret');

  await first.stop();
  const again = await startServer(otherData);
  expect(await healthy(again.base)).toBe(true);
  await again.stop();
}, 180_000);

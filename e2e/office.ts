import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';

const found = (command: string) => {
  const paths = (process.env.PATH ?? '').split(':');
  return paths.map((path) => join(path, command)).find((path) => existsSync(path)) ?? null;
};

export interface Office {
  soffice: string;
  pdftoppm: string;
}
/** LibreOffice and poppler where this machine has them. */
export function findOffice(): Office | null {
  const soffice = found('soffice');
  const pdftoppm = found('pdftoppm');
  return soffice && pdftoppm ? { soffice, pdftoppm } : null;
}

/**
 * Opens a file in LibreOffice and pictures its pages beside it; throws with what LibreOffice said when it warns of
 * anything but its own missing Java, or makes nothing.
 */
export function toPictures({ soffice, pdftoppm }: Office, file: string, dpi = 70): string[] {
  const folder = dirname(file);
  const name = `${basename(file, extname(file))}${extname(file).replace('.', '-')}`;
  const profile = mkdtempSync(join(tmpdir(), 'window-office-'));
  const out = mkdtempSync(join(tmpdir(), 'window-pdf-'));
  const opened = spawnSync(
    soffice,
    [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', out, file],
    { encoding: 'utf8', timeout: 180_000 },
  );
  const said = `${opened.stdout}\n${opened.stderr}`
    .split('\n')
    .filter((line) => line.trim() && !/javaldx|^convert /.test(line));
  const pdf = join(out, `${basename(file, extname(file))}.pdf`);
  if (opened.status !== 0 || said.length > 0 || !existsSync(pdf))
    throw new Error(`LibreOffice on ${basename(file)}: ${said.join(' ') || `ended with ${opened.status}`}`);
  spawnSync(pdftoppm, ['-r', String(dpi), '-png', pdf, join(folder, name)]);
  rmSync(profile, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  return readdirSync(folder).filter((each) => each.startsWith(`${name}-`) && each.endsWith('.png'));
}

import { execFileSync } from 'node:child_process';
import { SettingError } from '../../env';

export interface User {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: it then runs as the machine's `postgres`, else `nobody`. */
export function otherUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      if (uid && gid) return { uid, gid };
    } catch {
      // this user does not exist here; the next one may
    }
  }
  throw new SettingError(
    'The embedded database cannot run as root here; start as another user or set DATABASE_URL.',
  );
}

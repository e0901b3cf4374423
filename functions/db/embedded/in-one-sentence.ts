import { SettingError } from '../../env';

const sentences: [RegExp, (folder: string) => string][] = [
  [
    /ENOSPC|No space left on device/i,
    (at) => `The disk that holds ${at} is full; free some space and start again.`,
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system/i,
    (at) => `${at} cannot be written; change its rights or set DATA_DIR to another folder.`,
  ],
  [/ENOTDIR|EEXIST/, (at) => `${at} is not a folder; set DATA_DIR to another one.`],
  [
    /database files are incompatible|initialized by PostgreSQL version/i,
    (at) => `${at} holds the data of another PostgreSQL version; set DATA_DIR to another folder.`,
  ],
];

/** What kept the embedded database from starting, said once and plainly. */
export function inOneSentence(error: unknown, folder: string): SettingError {
  if (error instanceof SettingError) return error;
  const said = error as { message?: string; stderr?: Buffer };
  const text = `${said.message ?? error}\n${said.stderr ?? ''}`;
  const known = sentences.find(([pattern]) => pattern.test(text));
  if (known) return new SettingError(known[1](folder));
  const fatal = text.match(/(?:FATAL|error): +(.+)/)?.[1] ?? text.trim().split('\n')[0];
  return new SettingError(`The embedded database in ${folder} did not start: ${fatal}.`);
}

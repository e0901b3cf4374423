import { SettingError } from '../env';

const causes: [RegExp, string][] = [
  [/^28/, 'PostgreSQL refused the user or the password in DATABASE_URL.'],
  [/^3D000$/, 'The database that DATABASE_URL names does not exist.'],
  [
    /^42501$/,
    'The user in DATABASE_URL may not create tables and roles: start with the owner of the database.',
  ],
  [/^53100$/, 'The disk of the database is full; free some space and start again.'],
  [/^53300$/, 'The database has no connection left; lower DATABASE_POOL or raise its max_connections.'],
  [
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)|timeout/,
    'No PostgreSQL answers where DATABASE_URL points; check the address, and that the server runs.',
  ],
  [
    /SSL|self-signed|certificate/i,
    'The encrypted connection to the server in DATABASE_URL failed: its certificate or sslmode does not fit.',
  ],
];

interface Trouble {
  code?: string;
  message?: string;
  errors?: Trouble[];
  cause?: Trouble;
}

function signsOf({ code, message, errors = [], cause }: Trouble): string[] {
  const own = [code, message].filter((sign) => sign !== undefined);
  return [...own, ...errors.flatMap(signsOf), ...(cause ? signsOf(cause) : [])];
}

/** Why the database cannot be used, in one sentence that gives no part of the address away; other errors as they are. */
export function databaseProblem(error: unknown): unknown {
  const signs = signsOf(error as Trouble);
  const known = causes.find(([pattern]) => signs.some((sign) => pattern.test(sign)));
  return known ? new SettingError(known[1]) : error;
}

import { readEnv } from './env';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://window@database/window',
  MASTER_KEYS: 'one:key',
  INDEX_KEY: 'key',
  PUBLIC_URL: 'https://window.example.cn',
};

it('needs nothing in the demonstration', () => {
  expect(readEnv({})).toMatchObject({ port: 8080, production: false, databaseUrl: null, dataDir: '.data' });
});

it('takes an empty setting as not given', () => {
  expect(readEnv({ PORT: '', S3_BUCKET: '' })).toMatchObject({ port: 8080, s3: null });
});

it.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'window.invalid'],
  ['DATABASE_URL', 'mysql://database'],
  ['DATABASE_POOL', '-7'],
  ['SEAL_ALGORITHM', 'rot13'],
  ['S3_BUCKET', 'x'],
  ['S3_ENDPOINT', 'somewhere'],
  ['LOG_LEVEL', 'loud'],
  ['FRAME_ANCESTORS', 'https://host.example; script-src *'],
  ['FRAME_ANCESTORS', 'everybody'],
])('refuses %s=%s in one sentence that names it and not its value', (name, value) => {
  const read = () => readEnv({ [name]: value });
  expect(read).toThrow(new RegExp(`^The setting ${name} must be [^\\n]+\\.$`));
  expect(read).not.toThrow(value);
});

it.each(['DATABASE_URL', 'MASTER_KEYS', 'INDEX_KEY', 'PUBLIC_URL'])(
  'refuses to start in production without %s',
  (name) => {
    expect(() => readEnv({ ...production, [name]: undefined })).toThrow(
      `The setting ${name} is needed in production.`,
    );
    expect(readEnv(production).production).toBe(true);
  },
);

const transform = {
  '^.+\\.(t|j|mj|cj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs', ignoreDynamic: false },
    },
  ],
};
/** Packages that ship ES modules only: Jest runs CommonJS, so they are transformed as well. */
const esOnly = [
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  'jose',
  'openid-client',
  'oauth4webapi',
  '@borewit',
  '@scarf',
  'archiver',
  'is-stream',
  'zip-stream',
  'compress-commons',
  'crc32-stream',
  'readdir-glob',
  'buffer-crc32',
];
const base = { transform, moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'] };
module.exports = {
  /** A busy machine is no failure. */
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'shared', rootDir: 'shared', testEnvironment: 'node' },
    {
      ...base,
      displayName: 'functions',
      rootDir: 'functions',
      testEnvironment: 'node',
      transformIgnorePatterns: [`node_modules/(?!(${esOnly.join('|')})/)`],
    },
    '<rootDir>/client/miniapp/jest.config.cjs',
    '<rootDir>/client/console/jest.config.cjs',
  ],
};

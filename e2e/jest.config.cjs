const { projects } = require('../jest.config.cjs');
module.exports = { ...projects[1], displayName: 'e2e', rootDir: __dirname, testTimeout: 240_000 };

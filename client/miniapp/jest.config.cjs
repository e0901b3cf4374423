module.exports = { displayName: 'miniapp', testEnvironment: 'jsdom' };

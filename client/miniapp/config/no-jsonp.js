/**
 * In place of the package that Taro's requests bring for JSONP: nothing here asks by JSONP, and the package reads
 * `localStorage` as it is loaded, which a browser may refuse inside a host app's frame.
 */
module.exports = () => Promise.reject(new Error('JSONP is not offered.'));

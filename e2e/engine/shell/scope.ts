/** What the language itself brings; everything else of a browser is unknown to a mini-program. */
const language = new Set(
  `Object Function Array Number String Boolean Symbol BigInt Date Promise RegExp Error AggregateError EvalError
  RangeError ReferenceError SyntaxError TypeError URIError JSON Math Reflect Proxy Map Set WeakMap WeakSet WeakRef
  FinalizationRegistry ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Infinity NaN undefined isFinite isNaN parseFloat
  parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape console setTimeout clearTimeout
  setInterval clearInterval`.split(/\s+/),
);

/**
 * The names a mini-program's scripts can reach: the language and what the platform gives. Names of the browser are
 * there but undefined, as `typeof` finds them on a phone.
 */
export function makeScope(given: Record<string, unknown>): object {
  const world: Record<string, unknown> = { ...given };
  for (const name of language) world[name] = (window as unknown as Record<string, unknown>)[name];
  for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const)
    world[name] = (window[name] as (...args: unknown[]) => unknown).bind(window);
  given.globalThis = given.global = world;
  return new Proxy(given, {
    has: (_given, name) => name in given || (name in window && !language.has(String(name))),
    get: (_given, name) => (typeof name === 'string' ? given[name] : undefined),
  });
}

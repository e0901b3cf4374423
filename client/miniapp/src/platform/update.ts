/** Calls when a newer version of the app waits to be started; a browser loads it by itself. */
export function onUpdateReady(_call: () => void): void {}

/** Starts the newer version. */
export function startUpdate(): void {}

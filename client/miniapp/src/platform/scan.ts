/** Calls with the code of a QR scanned while the app is open; in a browser a scan opens the page anew. */
export function onScan(_call: (scene: string) => void): void {}

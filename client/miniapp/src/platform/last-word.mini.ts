export function lastWord(_path: string, _token: string): void {}

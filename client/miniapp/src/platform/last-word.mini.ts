export async function lastWord(_path: string, _token: string): Promise<void> {}

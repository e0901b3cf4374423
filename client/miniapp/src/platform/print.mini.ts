export const canPrint = (): boolean => false;

export function printPage(): void {}

export function printRoll(_part: string): void {}

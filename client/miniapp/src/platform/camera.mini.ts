export const hasCamera = (): boolean => true;

import type { ChosenFile } from './chosen-file';

/** Where the platform lets no document be chosen. */
export const chooseDocuments = async (_most: number): Promise<ChosenFile[]> => [];

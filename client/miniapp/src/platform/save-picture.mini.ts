import type { PictureLine } from './save-picture';

/** A phone keeps a screenshot of the page instead. */
export const canSavePicture: boolean = false;

export const savePicture = async (_name: string, _lines: PictureLine[]): Promise<boolean> => false;

/** A smaller copy of a picture by its path; in a browser pictures are shrunk as they are chosen. */
export const shrink = async (path: string): Promise<string> => path;

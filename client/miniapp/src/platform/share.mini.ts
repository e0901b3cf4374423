/** The button itself opens the platform's share sheet. */
export const shareWindow = async (_title: string): Promise<'shared' | 'copied' | 'failed'> => 'shared';

/** Template ids of this platform's subscribe messages, given at build time (`WINDOW_SUBSCRIBE_TEMPLATES`, by commas). */
export const subscribeTemplates: string[] = SUBSCRIBE_TEMPLATES.split(',').filter(Boolean);

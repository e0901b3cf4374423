/** The person's answer for each message template. */
export type SubscribeAnswer = { template: string; result: string }[];

/** How many questions the platform puts before messages may be sent. Browsers get SMS instead. */
export const subscribeQuestions: number = 0;

/** Puts one of the questions. */
export const askToSubscribe = async (_question: number): Promise<SubscribeAnswer> => [];

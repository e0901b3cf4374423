/** The person's answer for each message template. */
export type SubscribeAnswer = { template: string; result: string }[];

/** Whether the platform asks before messages may be sent. Browsers get SMS instead. */
export const canSubscribe: boolean = false;

export const askToSubscribe = async (): Promise<SubscribeAnswer> => [];

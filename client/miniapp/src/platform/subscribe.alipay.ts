import { subscribeTemplates } from '../setting/subscribe-templates';
import type { SubscribeAnswer } from './subscribe';

interface AlipayAnswer {
  behavior?: string;
  result?: { subscribedEntityIds?: string[] };
}
declare const my: {
  requestSubscribeMessage(options: {
    entityIds: string[];
    success(answer: AlipayAnswer): void;
    fail(): void;
  }): void;
};

export const canSubscribe: boolean = subscribeTemplates.length > 0;

export const askToSubscribe = (): Promise<SubscribeAnswer> =>
  new Promise((done) =>
    my.requestSubscribeMessage({
      entityIds: subscribeTemplates,
      success: (answer) => {
        const granted = answer.result?.subscribedEntityIds ?? [];
        done(granted.map((template) => ({ template, result: 'accept' })));
      },
      fail: () => done([]),
    }),
  );

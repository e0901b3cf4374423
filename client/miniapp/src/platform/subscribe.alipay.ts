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

export const subscribeQuestions: number = subscribeTemplates.length;

export const askToSubscribe = (question: number): Promise<SubscribeAnswer> =>
  new Promise((done) =>
    my.requestSubscribeMessage({
      entityIds: subscribeTemplates[question] ?? [],
      success: (answer) => {
        const granted = answer.result?.subscribedEntityIds ?? [];
        done(granted.map((template) => ({ template, result: 'accept' })));
      },
      fail: () => done([]),
    }),
  );

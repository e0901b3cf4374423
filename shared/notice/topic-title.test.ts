import { reporterTexts, staffTexts } from './topic';
import { topicTitles } from './topic-title';

it.each(Object.keys({ ...reporterTexts, ...staffTexts }))('%s has a heading', (topic) => {
  expect(topicTitles[topic]?.length).toBeGreaterThan(2);
});

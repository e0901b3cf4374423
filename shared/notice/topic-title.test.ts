import { reporterTexts, staffTexts } from './topic';
import { englishTopicTitles, topicTitles } from './topic-title';

it.each(Object.keys({ ...reporterTexts, ...staffTexts }))('%s has a heading', (topic) => {
  expect(topicTitles[topic]?.length).toBeGreaterThan(2);
});

it.each(Object.keys(reporterTexts))('%s has a heading for a reporter who reads English', (topic) => {
  expect(englishTopicTitles[topic]).toMatch(/^[A-Z][a-z ,]+$/);
});

import { contentTypeOfName, fileLimitSentence, fileLimits } from './limits';
import { fileCountProblem, fileProblem } from './problem';

const megabyte = 1024 * 1024;

describe('a file before it is sent', () => {
  it.each([
    ['image/jpeg', 10 * megabyte, null],
    ['image/heic', 1, null],
    ['application/pdf', 20 * megabyte, null],
    ['image/jpeg', 10 * megabyte + 1, 'file.picture_too_large'],
    ['application/pdf', 20 * megabyte + 1, 'file.document_too_large'],
    ['image/png', 0, 'file.empty'],
    ['image/gif', 5, 'file.animated'],
    ['image/svg+xml', 5, 'file.wrong_type'],
    ['', 5, 'file.wrong_type'],
  ])('of type "%s" and %i bytes: %s', (contentType, size, problem) => {
    expect(fileProblem({ contentType, size })).toBe(problem);
  });

  it.each([
    [9, 3, null],
    [10, 0, 'file.too_many_pictures'],
    [0, 4, 'file.too_many_documents'],
  ])('%i pictures and %i documents together: %s', (pictures, documents, problem) => {
    const types = [...Array(pictures).fill('image/jpeg'), ...Array(documents).fill('application/pdf')];
    expect(fileCountProblem(types)).toBe(problem);
  });

  it.each([
    ['IMG_0001.HEIC', 'image/heic'],
    ['照片.jpeg', 'image/jpeg'],
    ['材料.PDF', 'application/pdf'],
    ['setup.exe', null],
    ['无后缀', null],
  ])('named %s is announced as %s', (name, type) => expect(contentTypeOfName(name)).toBe(type));

  it.each(['picture', 'document'] as const)('the sentence about %s states its limits', (kind) => {
    const { maxCount, maxBytes } = fileLimits[kind];
    expect(fileLimitSentence[kind]).toContain(`${maxCount} `);
    expect(fileLimitSentence[kind]).toContain(`${maxBytes / megabyte} MB`);
  });
});

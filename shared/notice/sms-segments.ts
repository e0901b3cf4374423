const single = 70;
const each = 67;

/** How many SMS a Chinese text is charged as: 70 characters in one, else 67 in each. */
export function smsSegments(text: string): { characters: number; segments: number } {
  const characters = text.length;
  return { characters, segments: characters <= single ? 1 : Math.ceil(characters / each) };
}

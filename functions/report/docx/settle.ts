import { unzip } from '../../file/unzip';
import { zipOf } from '../../file/zip-of';

const randomId = /rId(?=[a-z0-9_-]*[a-z_-])[a-z0-9_-]{10,}/g;
const stamp = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/**
 * The same package without what the writer draws anew each time — the hour, random names of relations, running numbers
 * of drawings — so that the same document gives the same bytes. `at` stands as its date.
 */
export async function settle(bytes: Buffer, at: number): Promise<Buffer> {
  const names = new Map<string, string>();
  const nameOf = (random: string) => {
    const known = names.get(random) ?? `rIdPart${names.size + 1}`;
    names.set(random, known);
    return known;
  };
  const files = new Map<string, Buffer>();
  const date = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  for (const [name, content] of unzip(bytes)) {
    if (name.endsWith('.xlsx')) files.set(name, await zipOf(unzip(content), at));
    else if (!/\.(xml|rels)$/.test(name)) files.set(name, content);
    else {
      let drawings = 0;
      const text = content
        .toString('utf8')
        .replace(randomId, nameOf)
        .replace(stamp, `$1${date}`)
        .replace(/(<wp:docPr id=")\d+/g, (_, start: string) => `${start}${++drawings}`);
      files.set(name, Buffer.from(text));
    }
  }
  return zipOf(files, at);
}

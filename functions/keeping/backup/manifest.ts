import * as z from 'zod';

/** What a back-up holds; itself a sealed part. */
export const Manifest = z.object({
  version: z.literal(1),
  madeAt: z.string(),
  migrations: z.number(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), part: z.string() })),
  files: z.array(z.object({ part: z.string(), key: z.string(), contentType: z.string() })),
  roots: z.array(z.object({ day: z.string(), root: z.string(), events: z.number() })),
  hasKeys: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;

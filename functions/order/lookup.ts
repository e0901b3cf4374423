import * as z from 'zod';

const typed = (max: number) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(new RegExp(`^[A-Z0-9]{1,${max}}$`), '请填写字母和数字');

/** Number and query code as somebody types them. */
export const Lookup = z.strictObject({ number: typed(20), queryCode: typed(10) });

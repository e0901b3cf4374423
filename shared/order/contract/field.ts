import * as z from 'zod';
import {
  causes,
  channels,
  complexities,
  evaluationTags,
  results,
  satisfactions,
  stages,
} from '../vocabulary';

const keysOf = <T extends object>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];

/** Text that people write: trimmed, without control characters (PostgreSQL cannot store NUL), bounded. */
export const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    // biome's rule on control characters is about accidents; here they are what is refused
    .refine((value) => [...value].every((char) => char >= ' ' || char === '\n' || char === '\t'), {
      message: '含有无法保存的字符',
    });
export const id = z.uuid();
const sensibleYear = (value: string) => /^20\d\d-/.test(value);
export const day = z.iso.date().refine(sensibleYear, '请选择日期');
export const instant = z.iso.datetime({ offset: true }).refine(sensibleYear, '时间不正确');
export const phone = z.string().regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号');
export const version = z.int().min(0);
export const Stage = z.enum(keysOf(stages));
export const Channel = z.enum(keysOf(channels));
export const Complexity = z.enum(keysOf(complexities));
export const Cause = z.enum(keysOf(causes));
export const Result = z.enum(keysOf(results));
export const EvaluationTag = z.enum(keysOf(evaluationTags));
export const Satisfaction = z.literal(Object.keys(satisfactions).map(Number) as [1, 2, 3, 4, 5]);
export const fileIds = z.array(id).max(12).default([]);

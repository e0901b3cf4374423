import { zh, type Words } from './zh';
export const en: Words = zh;

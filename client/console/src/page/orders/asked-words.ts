import { towns } from '../../../../../shared/catalogue/towns';
import { causes, channels, complexities, stateWords } from '../../../../../shared/order/vocabulary';
import { lightWords } from '../../../../../shared/sla/light';

const words: Record<string, { title: string; of: (value: string) => string | undefined }> = {
  state: { title: '状态', of: (value) => new Map<string, string>(Object.entries(stateWords)).get(value) },
  light: { title: '灯', of: (value) => new Map<string, string>(Object.entries(lightWords)).get(value) },
  channel: { title: '渠道', of: (value) => new Map<string, string>(Object.entries(channels)).get(value) },
  complexity: {
    title: '难易',
    of: (value) => new Map<string, string>(Object.entries(complexities)).get(value),
  },
  cause: { title: '原因', of: (value) => new Map<string, string>(Object.entries(causes)).get(value) },
  town: { title: '乡镇', of: (value) => towns.find(({ code }) => code === value)?.name },
  from: { title: '提交从', of: (value) => value },
  to: { title: '到', of: (value) => value },
  q: { title: '字词', of: (value) => value },
};

/** What the list was narrowed by, in words, for the head of a print. */
export const askedWords = (search: URLSearchParams, names: Record<string, string | undefined>): string =>
  [
    ...Object.entries(names).flatMap(([title, name]) => (name ? [`${title}：${name}`] : [])),
    ...Object.entries(words).flatMap(([name, { title, of }]) => {
      const value = search.get(name);
      return value ? [`${title}：${of(value) ?? value}`] : [];
    }),
  ].join('；');

import { useShareAppMessage } from '@tarojs/taro';
import { pages } from '../setting/pages';

/** The first page under the window's name: no number, no hall, nobody's words. */
export function useShareCard(title: string): void {
  useShareAppMessage(() => ({ title, path: pages.home }));
}

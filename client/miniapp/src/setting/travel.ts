import Taro from '@tarojs/taro';
import { pages, pathOf } from './pages';
import { visit } from './visit';

/** On a terminal the way back is kept here and not by the browser, so that nobody can walk back into another's pages. */
const trail: string[] = [];
let here: string = pages.home;

const go = (work: Promise<unknown>) => void work.catch(() => undefined);

/** Goes to a page; `home` leaves the pages before it behind. */
export function travelTo(url: string, home = false): void {
  if (visit.kiosk) {
    if (home) trail.length = 0;
    else trail.push(here);
    here = url;
    go(Taro.redirectTo({ url }));
  } else go(home ? Taro.reLaunch({ url }) : Taro.navigateTo({ url }));
}

/** Goes on to a page in place of this one: the way back leads past it. */
export function travelOn(url: string): void {
  here = url;
  go(Taro.redirectTo({ url }));
}

/** Back to the page before, or to the first page when there is none. */
export function travelBack(): void {
  if (!visit.kiosk && Taro.getCurrentPages().length > 1) {
    go(Taro.navigateBack());
    return;
  }
  here = trail.pop() ?? pages.home;
  go(visit.kiosk ? Taro.redirectTo({ url: here }) : Taro.reLaunch({ url: here }));
}

/** Back to a page that this one was opened from; where it was not, on to it. */
export function returnTo(url: string): void {
  const before: { path?: string; route?: string } | undefined = Taro.getCurrentPages().at(-2);
  const there = pathOf(`/${before?.path ?? before?.route ?? ''}`.replace('//', '/')).split('?')[0];
  if (!visit.kiosk && there === pathOf(url).split('?')[0]) travelBack();
  else travelOn(url);
}

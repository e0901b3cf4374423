import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { localAddress } from '../files';
import { buildElement } from './builder';
import { buttonPlan } from './button';
import { fieldPlan } from './field';
import { pickerPlan } from './picker';

/** The elements of the platform that this app uses; a template with any other does not compile here. */
export function defineElements(space: CodeSpace): void {
  for (const tag of ['wx-view', 'wx-text', 'wx-label', 'wx-scroll-view']) buildElement(space, tag, {});
  buildElement(space, 'wx-image', {
    attributes: ['src', 'mode'],
    attached: showPicture,
    changed: showPicture,
  });
  buildElement(space, 'wx-button', buttonPlan);
  buildElement(space, 'wx-input', fieldPlan('input'));
  buildElement(space, 'wx-textarea', fieldPlan('textarea'));
  buildElement(space, 'wx-picker', pickerPlan);
}

function showPicture({ node, read, tell }: Parameters<NonNullable<typeof pickerPlan.attached>>[0]): void {
  const src = String(read('src') ?? '');
  if (!src) return;
  const picture = document.createElement('img');
  picture.onload = () => tell('load', { width: picture.naturalWidth, height: picture.naturalHeight });
  picture.onerror = () => tell('error', { errMsg: `cannot load ${src}` });
  picture.src = localAddress(src);
  node.replaceChildren(picture);
}

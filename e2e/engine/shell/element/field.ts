import type { Built } from './builder';

type Native = HTMLInputElement | HTMLTextAreaElement;
const inner = new WeakMap<HTMLElement, Native>();

function fit(built: Built): void {
  const field = inner.get(built.node);
  if (!field) return;
  const value = String(built.read('value') ?? '');
  if (field.value !== value) field.value = value;
  field.disabled = built.read('disabled') === true;
  field.placeholder = String(built.read('placeholder') ?? '');
  const most = Number(built.read('maxlength') ?? 140);
  field.maxLength = most < 0 ? 100_000 : most;
}

function attach(built: Built, tag: 'input' | 'textarea'): void {
  const field = document.createElement(tag);
  inner.set(built.node, field);
  built.node.append(field);
  fit(built);
  for (const type of ['input', 'change', 'focus', 'blur', 'keydown'] as const)
    field.addEventListener(type, (event) => {
      event.stopPropagation();
      const { value } = field;
      if (type === 'input')
        built.tell('input', { value, cursor: field.selectionEnd ?? value.length, keyCode: 0 });
      if (type === 'focus') built.tell('focus', { value, height: 0 });
      if (type === 'blur') built.tell('blur', { value, cursor: value.length });
      if (type === 'keydown' && tag === 'input' && (event as KeyboardEvent).key === 'Enter')
        built.tell('confirm', { value });
    });
}

export const fieldPlan = (tag: 'input' | 'textarea') => ({
  attributes: ['value', 'disabled', 'placeholder', 'maxlength'],
  attached: (built: Built) => attach(built, tag),
  changed: fit,
});

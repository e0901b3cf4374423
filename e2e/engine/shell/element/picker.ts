import type { Built } from './builder';

/** The platform's sheet of choices at the foot of the screen. */
function openSheet(built: Built): void {
  const sheet = document.createElement('div');
  sheet.className = 'engine-sheet';
  const choose = (value: unknown) => {
    sheet.remove();
    built.tell('change', { value });
  };
  if (built.read('mode') === 'date') {
    const date = document.createElement('input');
    date.type = 'date';
    date.max = String(built.read('end') ?? '');
    date.onchange = () => choose(date.value);
    sheet.append(date);
  } else {
    const range = (built.read('range') ?? []) as string[];
    sheet.append(
      ...range.map((word, at) => {
        const option = document.createElement('button');
        option.textContent = String(word);
        option.onclick = () => choose(at);
        return option;
      }),
    );
  }
  document.body.append(sheet);
}

export const pickerPlan = {
  attributes: ['mode', 'range', 'value', 'end', 'disabled'],
  attached: (built: Built) =>
    built.onTap(() => {
      if (built.read('disabled') !== true) openSheet(built);
      return undefined;
    }),
};

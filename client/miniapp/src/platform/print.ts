/** Whether this device can print by itself. */
export const canPrint = (): boolean => typeof window.print === 'function';

const rollMillimetres = 80;
const millimetre = 96 / 25.4;

/** Prints the page as it stands. */
export function printPage(): void {
  window.print();
}

/**
 * Prints one part of the page on a roll of paper 80 mm wide, just as long as it needs. The part is laid out for the
 * roll first, so that its length is known.
 */
export function printRoll(part: string): void {
  const root = document.documentElement;
  root.classList.add('roll');
  const tall = document.getElementById(part)?.offsetHeight ?? 0;
  const page = document.createElement('style');
  const length = Math.ceil(tall / millimetre) + 12;
  page.textContent = `@page { size: ${rollMillimetres}mm ${length}mm; margin: 4mm; }`;
  document.head.append(page);
  const after = () => {
    page.remove();
    root.classList.remove('roll');
  };
  window.addEventListener('afterprint', after, { once: true });
  window.print();
}

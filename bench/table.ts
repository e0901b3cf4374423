/** One line of a printed table; cells are padded so that columns stand under each other. */
export const line = (...cells: (string | number)[]): void =>
  console.log(cells.map((cell, at) => String(cell).padEnd(at === 0 ? 44 : 16)).join(''));

/** The report stands in the person's own list here. */
export const NumberCode = (_props: { number: string }) => null;

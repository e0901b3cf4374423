/** Mini-programs are pulled down instead. */
export const RefreshButton = (_props: { refresh: () => Promise<void> }) => null;

export const SkipLink = () => null;

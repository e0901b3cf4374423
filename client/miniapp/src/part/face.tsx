import { Box } from '../element/box';

/** A face from 1, very unhappy, to 5, very happy; drawn, so that it looks alike on every phone. */
export const Face = ({ level }: { level: 1 | 2 | 3 | 4 | 5 }) => (
  <Box as="span" className={`face face-${level}`} hidden>
    <Box as="span" className="eye left" />
    <Box as="span" className="eye right" />
    <Box as="span" className="mouth" />
  </Box>
);

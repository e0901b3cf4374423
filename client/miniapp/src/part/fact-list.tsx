import { Box } from '../element/box';

/** Pairs of a name and what it is; empty ones are left out. */
export const FactList = ({ facts }: { facts: [string, string | null | undefined][] }) => (
  <Box as="dl" className="facts">
    {facts.map(([name, what]) =>
      what ? (
        <Box className="fact" key={name}>
          <Box as="dt">{name}</Box>
          <Box as="dd" className="written">
            {what}
          </Box>
        </Box>
      ) : null,
    )}
  </Box>
);

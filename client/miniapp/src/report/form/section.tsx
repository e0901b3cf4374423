import type { ReactNode } from 'react';
import { Box } from '../../element/box';

/** One card of the form. */
export const Section = ({
  id,
  title,
  optional,
  children,
}: {
  id: string;
  title: string;
  optional?: string;
  children: ReactNode;
}) => (
  <Box as="section" className="card form-card" labelledBy={`${id}-title`}>
    <Box as="h2" className="card-title" id={`${id}-title`}>
      {title}
      {optional ? (
        <Box as="span" className="optional">
          {optional}
        </Box>
      ) : (
        <Box as="span" className="star" hidden>
          *
        </Box>
      )}
    </Box>
    {children}
  </Box>
);

/** What is wrong with one entry, just below it. */
export const Wrong = ({ show, id, children }: { show: boolean; id?: string; children: ReactNode }) =>
  show ? (
    <Box as="p" className="wrong" id={id} role="alert">
      {children}
    </Box>
  ) : null;

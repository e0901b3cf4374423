import type { ReactNode } from 'react';
import { Box } from '../../element/box';
import { useWords } from '../../words/use-words';
import type { PartId } from './form-parts';

const order: PartId[] = ['who', 'matter', 'where', 'stage-card', 'story-card', 'files-card', 'contact'];

interface SectionProps {
  id: PartId;
  title: string;
  optional?: boolean;
  children: ReactNode;
}

/** One card of the form, numbered as it stands on the page. */
export function Section({ id, title, optional, children }: SectionProps) {
  const words = useWords().report;
  return (
    <Box as="section" className="card form-card" labelledBy={`${id}-title`}>
      <Box as="h2" className="card-title" id={`${id}-title`} focusable>
        <Box as="span" className="step-mark" hidden>
          {order.indexOf(id) + 1}
        </Box>
        <Box as="span">{title}</Box>
        {optional ? (
          <Box as="span" className="optional">
            {words.optional}
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
}

/** What is wrong with one entry, just below it. */
export const Wrong = ({ show, id, children }: { show: boolean; id?: string; children: ReactNode }) =>
  show ? (
    <Box as="p" className="wrong" id={id} role="alert">
      {children}
    </Box>
  ) : null;

import { createElement, type ReactNode } from 'react';

export interface BoxProps {
  as?:
    | 'div'
    | 'section'
    | 'article'
    | 'nav'
    | 'main'
    | 'header'
    | 'footer'
    | 'aside'
    | 'ul'
    | 'ol'
    | 'li'
    | 'form'
    | 'span'
    | 'p'
    | 'h1'
    | 'h2'
    | 'h3'
    | 'strong'
    | 'dl'
    | 'dt'
    | 'dd';
  className?: string;
  id?: string;
  role?: string;
  label?: string;
  labelledBy?: string;
  live?: 'polite' | 'assertive';
  hidden?: boolean;
  lang?: string;
  /** Put the reading cursor here when it appears. */
  focusable?: boolean;
  children?: ReactNode;
}

/** A piece of the page with its meaning: a true element in browsers, a view in mini-programs. */
export function Box({ as = 'div', label, labelledBy, live, hidden, focusable, children, ...rest }: BoxProps) {
  return createElement(
    as,
    {
      ...rest,
      'aria-label': label,
      'aria-labelledby': labelledBy,
      'aria-live': live,
      'aria-hidden': hidden || undefined,
      tabIndex: focusable ? -1 : undefined,
    },
    children,
  );
}

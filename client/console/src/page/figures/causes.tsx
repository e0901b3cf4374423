import { Pareto } from './pareto';

/** Which causes make most of the reports; a cause is named when an order is resolved. */
export default function Causes({ query }: { query: URLSearchParams }) {
  return <Pareto query={query} by="cause" heading="原因" without="还没有定原因的" />;
}

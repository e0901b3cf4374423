import { Pareto } from './pareto';

/** Which matters make most of the reports. */
export default function Matters({ query }: { query: URLSearchParams }) {
  return <Pareto query={query} by="matter" heading="事项" without="没有选事项的" />;
}

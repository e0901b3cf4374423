import { isAlipay } from './host';

interface Part {
  id?: string;
  dataset?: Record<string, unknown> | null;
}
export interface EngineEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: Part;
  currentTarget: Part;
  mark: unknown;
}

const partOf = ({ id, dataset }: Part) => ({
  id: id ?? '',
  dataset: { ...dataset },
  offsetLeft: 0,
  offsetTop: 0,
});

/** An event of the engine as the platform hands it to a page: plain data, no node in it. */
export function eventShape(event: EngineEvent) {
  const target = partOf(event.target);
  const shape = {
    type: event.type,
    timeStamp: event.timeStamp,
    detail: event.detail ?? {},
    target,
    currentTarget: partOf(event.currentTarget),
  };
  if (!isAlipay()) return { ...shape, mark: event.mark ?? {}, mut: false };
  return { ...shape, target: { ...target, targetDataset: target.dataset } };
}

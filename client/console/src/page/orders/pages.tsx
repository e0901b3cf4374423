import { Button } from 'antd';

/** From page to page of the list. */
export function Pages({
  search,
  next,
  set,
}: {
  search: URLSearchParams;
  next: string | null;
  set: (name: string, value: string | undefined) => void;
}) {
  const later = search.get('cursor') !== null;
  if (!later && !next) return null;
  return (
    <nav className="commands noprint" aria-label="翻页" style={{ marginTop: 12 }}>
      {later ? <Button onClick={() => set('cursor', undefined)}>回到第一页</Button> : null}
      {next ? (
        <Button onClick={() => set('cursor', next)} data-testid="next-page">
          下一页
        </Button>
      ) : null}
    </nav>
  );
}

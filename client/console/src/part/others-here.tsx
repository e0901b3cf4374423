/** Who else has this order open now; nothing where nobody has. */
export function OthersHere({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <span className="others" data-testid="others-here">
      <span aria-hidden="true">◉ </span>
      {names.join('、')}正在看这一件
    </span>
  );
}

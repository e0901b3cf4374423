import type { Block, OfficialDocument } from '../../../../../shared/report/official-document';
import { officialDay } from '../../../../../shared/report/period';
import { Chart } from '../../part/chart';
import './paper.css';

function Piece({ block }: { block: Block }) {
  if (block.kind === 'heading') {
    const Tag = `h${block.level + 3}` as 'h4' | 'h5' | 'h6';
    return <Tag>{block.text}</Tag>;
  }
  if (block.kind === 'paragraph') return <p>{block.text}</p>;
  if (block.kind === 'fill')
    return (
      <p>
        <mark>〔{block.text}〕</mark>
      </p>
    );
  if (block.kind === 'chart')
    return (
      <figure>
        <Chart
          title={block.title}
          labels={block.labels}
          lying={block.shape === 'bar'}
          percent={block.percent ?? false}
          series={block.series.map(({ name, values, line }) => ({
            name,
            values,
            kind: line ? ('line' as const) : ('bar' as const),
          }))}
        />
        <figcaption>{block.title}</figcaption>
      </figure>
    );
  return (
    // A table wider than the screen can be scrolled by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the frame scrolls.
    <section className="paper-table" tabIndex={0} aria-label={block.title}>
      <table>
        <caption>{block.title}</caption>
        <thead>
          <tr>
            {block.columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.join()}>
              {block.columns.map(({ title, align }, at) => (
                <td key={title} style={{ textAlign: align ?? 'left' }}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {block.note ? <p className="muted">注：{block.note}</p> : null}
    </section>
  );
}

/** An official document as it will stand on paper, near enough to read it through before it is downloaded. */
export function Paper({ document }: { document: OfficialDocument }) {
  const { title, recipients, blocks, attachments, issuer, date } = document;
  return (
    <article className="paper" aria-label={title.replace('\n', '')}>
      <p className="paper-issuer">{issuer}</p>
      <h3>{title}</h3>
      {recipients ? <p className="flush">{recipients}：</p> : null}
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its order.
        <Piece key={at} block={block} />
      ))}
      <p>附件：{attachments.map((each) => each.title).join('、')}</p>
      <p className="paper-sign">
        {issuer}
        <br />
        {officialDay(date)}
      </p>
      {attachments.map((each) => (
        <section key={each.title} aria-label={each.title}>
          <p className="flush">附件</p>
          <h3>{each.title}</h3>
          {each.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its order.
            <Piece key={at} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

import type { OrderView } from '../../../../../shared/order/view';
import { Box } from '../../element/box';
import { FileGallery } from '../../part/file-gallery';
import { momentWords } from '../../setting/date-words';
import { useWords } from '../../words/use-words';

type Entry = OrderView['timeline'][number];

/** What happened, newest first, in plain words. */
export function Timeline({ order }: { order: OrderView }) {
  const words = useWords();
  const entries = [...order.timeline].reverse();
  return (
    <Box as="section" className="card" labelledBy="timeline-title">
      <Box as="h2" className="card-title" id="timeline-title">
        {words.order.timeline}
      </Box>
      <Box as="ol" className="timeline" id="timeline">
        {entries.map((entry, at) => (
          <Box as="li" key={entry.seq} className={`moment${at === 0 ? ' latest' : ''}`}>
            <Box as="p" className="moment-at">
              {momentWords(entry.at, words)}
            </Box>
            <Box as="p" className="moment-title">
              {words.standing.line(entry.title, entry.english)}
            </Box>
            <Said paragraphs={entry.paragraphs} />
            <FileGallery files={entry.files} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Said({ paragraphs }: { paragraphs: Entry['paragraphs'] }) {
  const words = useWords();
  if (paragraphs.length === 0) return null;
  return (
    <Box className="moment-words">
      {paragraphs.map((paragraph) => (
        <Box className="moment-said" key={`${paragraph.label}-${paragraph.text}`}>
          <Box as="span" className="faint">
            {words.standing.line(paragraph.label, paragraph.english)}
          </Box>
          <Box as="p" className="written" lang="zh-CN">
            {paragraph.text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

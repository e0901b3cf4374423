import type { OrderView } from '../../../../../shared/order/view';
import { Box } from '../../element/box';
import { FactList } from '../../part/fact-list';
import { FileGallery } from '../../part/file-gallery';
import { useWords } from '../../words/use-words';

/** What was reported. */
export function StoryCard({ order }: { order: OrderView }) {
  const words = useWords();
  return (
    <Box as="section" className="card" labelledBy="story-title">
      <Box as="h2" className="card-title" id="story-title">
        {words.order.story}
      </Box>
      <Box as="p" className="written story-text" id="order-story">
        {order.story}
      </Box>
      <FactList
        facts={[
          [words.order.matter, order.matter ?? order.matterText],
          [words.order.place, order.hallName ?? order.placeName],
          [words.order.stage, words.stages[order.stage]],
          [words.order.tried, order.triedTimes ? words.order.triedTimes(order.triedTimes) : null],
        ]}
      />
      <FileGallery files={order.files} />
    </Box>
  );
}

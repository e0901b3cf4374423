import { Box } from '../element/box';
import { Press } from '../element/press';
import { startUpdate } from '../platform/update';
import { useUpdate } from '../setting/update';
import { useWords } from '../words/use-words';

/** Offers to start the newer version. Pages where something is being written do not show it. */
export function UpdateNotice() {
  const words = useWords().update;
  if (!useUpdate()) return null;
  return (
    <Box className="notice" role="status" id="update">
      <Box as="span">{words.ready}</Box>
      <Press className="plain" id="start-update" onPress={startUpdate}>
        {words.start}
      </Press>
    </Box>
  );
}

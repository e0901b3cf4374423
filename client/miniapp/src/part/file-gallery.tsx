import type { FileView } from '../../../../shared/order/view';
import { Box } from '../element/box';
import { FileDoor } from '../element/file-door';
import { absolute } from '../request/absolute';
import { useWords } from '../words/use-words';

/** Photos and documents that can be opened. */
export function FileGallery({ files }: { files: FileView[] }) {
  const words = useWords().order;
  if (files.length === 0) return null;
  return (
    <Box as="ul" className="gallery" label={words.files}>
      {files.map((file) => (
        <Box as="li" key={file.id}>
          <FileDoor
            url={absolute(file.url)}
            picture={file.kind === 'picture' ? absolute(file.thumbnailUrl ?? file.url) : null}
            name={file.name}
            label={words.openFile(file.name)}
          />
        </Box>
      ))}
    </Box>
  );
}

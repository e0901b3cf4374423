import { Box } from '../element/box';
import { DropArea } from '../element/drop-area';
import { Picture } from '../element/picture';
import { Press } from '../element/press';
import { hasCamera } from '../platform/camera';
import { canChooseDocuments } from '../platform/file-support';
import { useWords } from '../words/use-words';
import { Icon } from './icon';
import { Told } from './state';
import type { Files, HeldFile } from './use-files';

/** Buttons to add photos and documents, their limits first, and the fate of each file. */
export function FilePicker({
  files,
  documents = true,
  waitingFor,
}: {
  files: Files;
  documents?: boolean;
  waitingFor?: string;
}) {
  const words = useWords();
  const camera = hasCamera();
  const papers = documents && canChooseDocuments;
  return (
    <DropArea className="files" onFiles={(given) => void files.take(given, papers)}>
      <Box as="p" className="hint" id="file-limits">
        {words.limits.picture}
        {papers && words.limits.document}
      </Box>
      {files.held.length > 0 && (
        <Box as="ul" className="file-list" label={words.files.list}>
          {files.held.map((one) => (
            <FileRow key={one.key} one={one} files={files} waitingFor={waitingFor} />
          ))}
        </Box>
      )}
      {files.told && <Told kind="bad">{files.told}</Told>}
      <Box className="file-buttons">
        {camera && (
          <Press className="second" id="add-camera" onPress={() => void files.add('camera')}>
            <Icon name="camera" />
            {words.files.camera}
          </Press>
        )}
        <Press className="second" id="add-album" onPress={() => void files.add('album')}>
          <Icon name="photo" />
          {camera ? words.files.album : words.files.chooseHere}
        </Press>
        {papers && (
          <Press className="second" id="add-document" onPress={() => void files.add('document')}>
            <Icon name="file" />
            {words.files.document}
          </Press>
        )}
      </Box>
      {!camera && (
        <Box as="p" className="hint">
          {words.files.drop}
        </Box>
      )}
    </DropArea>
  );
}

function FileRow({ one, files, waitingFor }: { one: HeldFile; files: Files; waitingFor?: string }) {
  const words = useWords().files;
  const said = {
    waiting: waitingFor ?? words.waiting,
    sending: words.sending(Math.round(one.share * 100)),
    done: words.done,
    failed: one.said ?? words.failed,
  }[one.state];
  return (
    <Box as="li" className={`file-row ${one.state}`}>
      {one.preview ? (
        <Picture src={one.preview} words="" className="thumb" />
      ) : (
        <Icon name="file" className="thumb" />
      )}
      <Box className="file-words">
        <Box as="span" className="file-name">
          {one.name}
        </Box>
        <Box as="span" className="file-said" live="polite">
          {said}
        </Box>
        {one.state === 'sending' && <Box className={`bar bar-${Math.round(one.share * 10)}`} hidden />}
      </Box>
      {one.state === 'failed' && (
        <Press className="plain" label={words.retryOne(one.name)} onPress={() => files.retry(one.key)}>
          {words.retry}
        </Press>
      )}
      <Press className="plain" label={words.removeOne(one.name)} onPress={() => files.remove(one.key)}>
        {words.remove}
      </Press>
    </Box>
  );
}

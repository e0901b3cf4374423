import { useState } from 'react';
import type { EvaluationTag, Satisfaction } from '../../../../../shared/order/vocabulary';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Choice } from '../../element/choice';
import { LongEntry } from '../../element/long-entry';
import { Press } from '../../element/press';
import { Face } from '../../part/face';
import { FilePicker } from '../../part/file-picker';
import { problemWords, Told } from '../../part/state';
import { useFiles } from '../../part/use-files';
import { goTo } from '../../platform/page';
import { claimUploads } from '../../query/file';
import { commandOrder } from '../../query/order';
import { asProblem, type Problem } from '../../request/problem';
import { newKey } from '../../setting/new-key';
import { tokenFor } from '../../setting/session';
import { useWords } from '../../words/use-words';
import { TagChoice, tagsFor } from './tag-choice';

const levels = ['5', '4', '3', '2', '1'] as const;
type Level = (typeof levels)[number];

/** Solved or not, five levels, words, photos. `done` gets the thanks once the server has it. */
export function EvaluateForm({ number, done }: { number: string; done: (thanks: string) => void }) {
  const words = useWords();
  const [solved, setSolved] = useState<'yes' | 'no' | null>(null);
  const [level, setLevel] = useState<Level | null>(null);
  const [tags, setTags] = useState<EvaluationTag[]>([]);
  const [comment, setComment] = useState('');
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const files = useFiles({ ready: true, token: tokenFor(number) });
  const satisfaction = level === null ? null : (Number(level) as Satisfaction);
  const send = async (judged: Satisfaction) => {
    setBusy(true);
    setProblem(null);
    const body = {
      solved: solved === 'yes',
      satisfaction: judged,
      tags: tags.filter((tag) => tagsFor(judged).includes(tag)),
      comment: comment.trim() || undefined,
      files: files.ids,
    };
    try {
      await commandOrder(number, 'evaluate', body, key);
      claimUploads(files.ids);
      done(solved === 'yes' && judged > 2 ? words.evaluate.thanks : words.evaluate.thanksBad);
    } catch (failure) {
      const refused = asProblem(failure);
      // only a plain refusal proves that it was not taken: anything else is sent again as the same
      if (refused.status >= 400 && refused.status < 500) setKey(newKey());
      setProblem(refused);
      setBusy(false);
    }
  };
  const press = () => {
    setTried(true);
    if (!solved || satisfaction === null) return goTo(solved ? 'level' : 'solved');
    return files.busy || files.failed > 0 ? undefined : void send(satisfaction);
  };
  return (
    <Box className="card evaluate">
      <Choice
        name="solved"
        legend={words.evaluate.lead}
        look="tiles"
        value={solved}
        invalid={tried && !solved}
        options={[
          { value: 'yes', word: words.evaluate.yes },
          { value: 'no', word: words.evaluate.no },
        ]}
        onChange={setSolved}
      />
      <Choice
        name="level"
        legend={words.evaluate.level}
        look="faces"
        value={level}
        invalid={tried && !level}
        options={levels.map((one) => ({
          value: one,
          word: words.satisfactions[one],
          picture: <Face level={Number(one) as Satisfaction} />,
        }))}
        onChange={setLevel}
      />
      <TagChoice satisfaction={satisfaction} tags={tags} change={setTags} />
      <Box className="field">
        <Caption of="comment" optional={words.report.optional}>
          {words.evaluate.comment}
        </Caption>
        <LongEntry id="comment" rows={3} maxLength={1000} value={comment} onChange={setComment} />
      </Box>
      <Box className="field">
        <Box as="p" className="caption">
          {words.evaluate.files}
          <Box as="span" className="optional">
            {words.report.optional}
          </Box>
        </Box>
        <FilePicker files={files} documents={false} />
      </Box>
      {tried && (!solved || !level) && <Told kind="bad">{words.evaluate.need}</Told>}
      {tried && files.busy && <Told kind="good">{words.files.wait}</Told>}
      {tried && files.failed > 0 && <Told kind="bad">{words.files.some(files.failed)}</Told>}
      {problem && <Told kind="bad">{problemWords(problem, words)}</Told>}
      <Press className="first wide" id="submit-evaluation" disabled={busy} onPress={press}>
        {words.evaluate.submit}
      </Press>
    </Box>
  );
}

import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { EvaluationTag, Satisfaction } from '../../../../../shared/order/vocabulary';
import { evaluationTags } from '../../../../../shared/order/vocabulary';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Choice } from '../../element/choice';
import { LongEntry } from '../../element/long-entry';
import { Press } from '../../element/press';
import { Face } from '../../part/face';
import { FilePicker } from '../../part/file-picker';
import { Frame } from '../../part/frame';
import { Nothing, problemWords, Told, Trouble, Waiting } from '../../part/state';
import { useFiles } from '../../part/use-files';
import { commandOrder, useOrder } from '../../query/order';
import { asProblem, type Problem } from '../../request/problem';
import { newKey } from '../../setting/new-key';
import { orderPage } from '../../setting/pages';
import { tokenFor } from '../../setting/session';
import { useWords } from '../../words/use-words';

const levels = ['5', '4', '3', '2', '1'] as const;
type Level = (typeof levels)[number];

/** The reporter's judgement: solved or not, five levels, words, photos. */
export default function EvaluatePage() {
  const words = useWords().evaluate;
  const number = useRouter().params.number ?? '';
  const { data: order, problem, again } = useOrder(number);
  const [thanks, setThanks] = useState<string | null>(null);
  return (
    <Frame title={words.title} bare>
      {problem && !order && <Trouble problem={problem} again={() => void again()} />}
      {!problem && !order && <Waiting />}
      {thanks && (
        <Box className="card narrow centred-card">
          <Told kind="good" id="thanks">
            {thanks}
          </Told>
          <Press
            className="first wide"
            id="back-to-order"
            onPress={() => void Taro.redirectTo({ url: orderPage(number) })}
          >
            {words.back}
          </Press>
        </Box>
      )}
      {order &&
        !thanks &&
        (order.commands.includes('evaluate') ? (
          <Form number={number} matter={order.matter} done={setThanks} />
        ) : (
          <Nothing title={words.closed} />
        ))}
    </Frame>
  );
}

function Form({
  number,
  matter,
  done,
}: {
  number: string;
  matter: string | null;
  done: (thanks: string) => void;
}) {
  const words = useWords();
  const [solved, setSolved] = useState<'yes' | 'no' | null>(null);
  const [level, setLevel] = useState<Level | null>(null);
  const [tags, setTags] = useState<EvaluationTag[]>([]);
  const [comment, setComment] = useState('');
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [need, setNeed] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const files = useFiles({ ready: true, token: tokenFor(number) });
  const submit = async () => {
    if (!solved || !level) return setNeed(true);
    if (files.busy) return undefined;
    setBusy(true);
    const body = {
      solved: solved === 'yes',
      satisfaction: Number(level) as Satisfaction,
      tags,
      comment: comment.trim() || undefined,
      files: files.ids,
    };
    try {
      await commandOrder(number, 'evaluate', body, key);
      return done(solved === 'yes' && Number(level) > 2 ? words.evaluate.thanks : words.evaluate.thanksBad);
    } catch (failure) {
      setProblem(asProblem(failure));
      return setBusy(false);
    }
  };
  const toggle = (tag: EvaluationTag) =>
    setTags((now) => (now.includes(tag) ? now.filter((one) => one !== tag) : [...now, tag]));
  return (
    <Box className="card narrow evaluate">
      {matter && (
        <Box as="p" className="order-title">
          {matter}
        </Box>
      )}
      <Choice
        name="solved"
        legend={words.evaluate.lead}
        look="tiles"
        value={solved}
        options={[
          { value: 'yes', word: words.evaluate.yes },
          { value: 'no', word: words.evaluate.no },
        ]}
        onChange={setSolved}
      />
      <Choice
        name="level"
        legend={words.evaluate.level}
        value={level}
        options={levels.map((one) => ({
          value: one,
          word: words.satisfactions[one],
          picture: <Face level={Number(one) as Satisfaction} />,
        }))}
        onChange={setLevel}
      />
      <Box role="group" label={words.evaluate.tags}>
        <Box as="p" className="caption">
          {words.evaluate.tags}
        </Box>
        <Box className="chips">
          {(Object.keys(evaluationTags) as EvaluationTag[]).map((tag) => (
            <Press
              key={tag}
              className={`chip${tags.includes(tag) ? ' chosen' : ''}`}
              pressed={tags.includes(tag)}
              onPress={() => toggle(tag)}
            >
              {words.tags[tag]}
            </Press>
          ))}
        </Box>
      </Box>
      <Box className="field">
        <Caption of="comment" optional={words.report.optional}>
          {words.evaluate.comment}
        </Caption>
        <LongEntry id="comment" rows={3} maxLength={1000} value={comment} onChange={setComment} />
      </Box>
      <FilePicker files={files} documents={false} />
      {need && (!solved || !level) && <Told kind="bad">{words.evaluate.need}</Told>}
      {problem && <Told kind="bad">{problemWords(problem, words)}</Told>}
      <Press className="first wide" id="submit-evaluation" disabled={busy} onPress={() => void submit()}>
        {words.evaluate.submit}
      </Press>
    </Box>
  );
}

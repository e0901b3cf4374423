import { useState } from 'react';
import { Box } from '../../element/box';
import { problemWords, Told } from '../../part/state';
import { saveAs } from '../../platform/page';
import { askErasure, exportData } from '../../query/session';
import { asProblem } from '../../request/problem';
import { useWords } from '../../words/use-words';
import { SureRow } from './sure-row';

/** What is held on me: to take away, and to have erased (spec 8). */
export function PersonalData() {
  const all = useWords();
  const words = all.me;
  const [told, setTold] = useState<{ kind: 'good' | 'bad'; text: string } | null>(null);
  const attempt = (work: () => Promise<unknown>, good: string) =>
    void work().then(
      () => setTold({ kind: 'good', text: good }),
      (failure) => setTold({ kind: 'bad', text: problemWords(asProblem(failure), all) }),
    );
  const take = async () => saveAs('my-data.json', JSON.stringify(await exportData(), null, 2));
  return (
    <Box as="section" className="card" labelledBy="data-title">
      <Box as="h2" className="card-title" id="data-title">
        {words.data}
      </Box>
      <Box className="rows">
        <SureRow
          id="export"
          word={words.export}
          hint={words.exportHint}
          onPress={() => attempt(take, words.exported)}
        />
        <SureRow
          id="erase"
          word={words.erase}
          hint={words.eraseHint}
          sure={words.eraseSure}
          onPress={() => attempt(askErasure, words.erased)}
        />
      </Box>
      {told && <Told kind={told.kind}>{told.text}</Told>}
    </Box>
  );
}

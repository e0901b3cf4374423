import { useState } from 'react';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Entry } from '../../element/entry';
import { FactList } from '../../part/fact-list';
import { Frame } from '../../part/frame';
import { Nothing, Trouble, Waiting } from '../../part/state';
import { useHome } from '../../query/home';
import { useWords } from '../../words/use-words';

/** The centres with address, telephone and hours. */
export default function CentresPage() {
  const words = useWords().centres;
  const { data, problem, again } = useHome();
  const [typed, setTyped] = useState('');
  const found =
    data?.centres.filter((centre) =>
      `${centre.name}${centre.town ?? ''}${centre.address ?? ''}`.includes(typed.trim()),
    ) ?? [];
  return (
    <Frame title={words.title}>
      <Box className="field narrow">
        <Caption of="centre-search">{words.search}</Caption>
        <Entry id="centre-search" type="search" value={typed} onChange={setTyped} />
      </Box>
      {problem && !data && <Trouble problem={problem} again={() => void again()} />}
      {!problem && !data && <Waiting />}
      {data && found.length === 0 && <Nothing title={words.none} />}
      <Box className="centre-grid">
        {found.map((centre) => (
          <Box as="article" className="card" key={centre.id}>
            <Box as="h2" className="order-title">
              {centre.name}
            </Box>
            <FactList
              facts={[
                [words.address, centre.address],
                [words.phone, centre.phone],
                [words.hours, centre.hours],
              ]}
            />
          </Box>
        ))}
      </Box>
    </Frame>
  );
}

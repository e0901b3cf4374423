import { useState } from 'react';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Entry } from '../../element/entry';
import { Frame } from '../../part/frame';
import { Icon } from '../../part/icon';
import { PhoneCall } from '../../part/phone-call';
import { Nothing, Stale, Trouble, Waiting } from '../../part/state';
import { useShareCard } from '../../platform/share-card';
import { type Centre, useHome } from '../../query/home';
import { useWords } from '../../words/use-words';

/** The centres with address, telephone and hours. */
export default function CentresPage() {
  const { brand, centres: words } = useWords();
  const { data, problem, again } = useHome();
  useShareCard(brand);
  const [typed, setTyped] = useState('');
  const found =
    data?.centres.filter((centre) =>
      `${centre.name}${centre.town ?? ''}${centre.address ?? ''}`.includes(typed.trim()),
    ) ?? [];
  return (
    <Frame title={words.title} lead={words.lead}>
      <Box className="search-field">
        <Caption of="centre-search">{words.search}</Caption>
        <Entry id="centre-search" type="search" value={typed} onChange={setTyped} />
      </Box>
      {problem && !data && <Trouble problem={problem} again={() => void again()} />}
      {!problem && !data && <Waiting />}
      {problem && data && <Stale problem={problem} again={() => void again()} />}
      {data && found.length === 0 && (
        <Nothing
          title={data.centres.length === 0 ? words.nothing : words.none}
          hint={data.centres.length === 0 ? undefined : words.noneHint}
        />
      )}
      <Box className="centre-grid">
        {found.map((centre) => (
          <CentreCard key={centre.id} centre={centre} />
        ))}
      </Box>
    </Frame>
  );
}

const CentreCard = ({ centre }: { centre: Centre }) => {
  const words = useWords().centres;
  return (
    <Box as="article" className="card centre">
      <Box as="h2" className="order-title">
        {centre.name}
      </Box>
      {centre.address && (
        <Box as="p" className="centre-line">
          <Icon name="place" />
          <Box as="span" className="only-read">
            {words.address}
          </Box>
          {centre.address}
        </Box>
      )}
      {centre.hours && (
        <Box as="p" className="centre-line">
          <Icon name="clock" />
          <Box as="span" className="only-read">
            {words.hours}
          </Box>
          {centre.hours}
        </Box>
      )}
      {centre.phone && <PhoneCall phone={centre.phone} />}
    </Box>
  );
};

import { useState } from 'react';
import { Press } from '../element/press';
import { useWords } from '../words/use-words';
import { Icon } from './icon';

/** For browsers, where a page cannot always be pulled down. */
export function RefreshButton({ refresh }: { refresh: () => Promise<void> }) {
  const words = useWords().state;
  const [busy, setBusy] = useState(false);
  const press = () => {
    setBusy(true);
    void refresh().finally(() => setBusy(false));
  };
  return (
    <Press id="refresh" className={`refresh${busy ? ' busy' : ''}`} disabled={busy} onPress={press}>
      <Icon name="refresh" />
      {words.refresh}
    </Press>
  );
}

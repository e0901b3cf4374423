import { useEffect } from 'react';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Choice } from '../../element/choice';
import { Pick } from '../../element/pick';
import { Press } from '../../element/press';
import { usePlaces, useScene } from '../../query/place';
import { useSceneCode } from '../../setting/scene';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { Section, Wrong } from './section';

export function PlaceCard({ draft, change, missing }: CardProps) {
  const { report: words, kiosk } = useWords();
  const { data: places, problem, again } = usePlaces();
  const { data: scene, problem: noScene } = useScene(useSceneCode());
  const gone = noScene?.status === 404;
  // each code presets the place once: what the person chooses afterwards stays
  const preset = scene && scene.scene !== draft.scene?.code ? scene : null;
  useEffect(() => {
    if (!preset) return;
    const { scene: code, hallUnitId: hall } = preset;
    change({ place: 'hall', hall, scene: { code, hall } });
  }, [preset, change]);
  const halls = places?.halls ?? (scene ? [{ id: scene.hallUnitId, name: scene.hallName }] : []);
  return (
    <Section id="where" title={words.where}>
      {noScene?.code === 'kiosk.unknown' && (
        <Box as="p" className="notice" id="kiosk-unknown">
          {kiosk.unknown}
        </Box>
      )}
      {gone && (
        <Box as="p" className="notice" id="scene-gone">
          {words.sceneGone}
        </Box>
      )}
      <Choice
        name="place"
        legend={words.where}
        quiet
        value={draft.place}
        invalid={missing.includes('place')}
        options={[
          { value: 'hall', word: words.whereHall },
          { value: 'online', word: words.whereOnline },
          { value: 'none', word: words.whereNone },
        ]}
        onChange={(place) => change({ place })}
      />
      <Wrong show={missing.includes('place')}>{words.need.place}</Wrong>
      {draft.place === 'hall' && (
        <Box className="field">
          {problem && !places && (
            <Box className="notice" id="halls-unread">
              <Box as="span">{words.hallsUnread}</Box>
              <Press className="plain" id="halls-again" onPress={() => void again()}>
                {words.listAgain}
              </Press>
            </Box>
          )}
          <Caption of="hall">{words.hall} *</Caption>
          <Pick
            id="hall"
            value={draft.hall}
            empty={words.hallPick}
            invalid={missing.includes('hall')}
            groups={[
              { word: words.hallGroup, options: halls.map((hall) => ({ value: hall.id, word: hall.name })) },
            ]}
            onChange={(hall) => change({ hall })}
          />
          {scene && draft.hall === scene.hallUnitId && (
            <Box as="p" className="hint">
              {scene.scene === 'terminal' ? kiosk.here : words.scene}
            </Box>
          )}
          <Wrong show={missing.includes('hall')}>{words.need.hall}</Wrong>
        </Box>
      )}
      {draft.place !== null && draft.place !== 'hall' && places && places.towns.length > 0 && (
        <Box className="field">
          <Caption of="town" optional={words.optional}>
            {words.town}
          </Caption>
          <Pick
            id="town"
            value={draft.town}
            empty={words.townPick}
            groups={[
              {
                word: words.town,
                options: places.towns.map((town) => ({ value: town.code, word: town.name })),
              },
            ]}
            onChange={(town) => change({ town })}
          />
        </Box>
      )}
    </Section>
  );
}

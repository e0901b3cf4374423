import { Box } from '../element/box';
import { Press } from '../element/press';
import { agreeButton, openPrivacyNotice } from '../platform/privacy';
import { putPrivacyWish, usePrivacyWish } from '../setting/privacy-wish';
import { useWords } from '../words/use-words';

/** Asked when the platform wants consent before it hands over a photo or the number; the page stays usable without. */
export function PrivacyPanel() {
  const words = useWords().privacyWish;
  const wish = usePrivacyWish();
  if (!wish) return null;
  const decide = (decision: () => void) => {
    decision();
    putPrivacyWish(null);
  };
  return (
    <Box as="section" className="panel" id="privacy-wish" label={words.title}>
      <Box as="p" className="panel-title">
        {words.title}
      </Box>
      <Box as="p">{words.text}</Box>
      <Press className="plain" id="privacy-notice" onPress={openPrivacyNotice}>
        {words.read}
      </Press>
      <Box className="two">
        <Press className="second" id="refuse-privacy" onPress={() => decide(wish.refuse)}>
          {words.refuse}
        </Press>
        <Press
          className="first"
          id={agreeButton}
          openType="agreePrivacyAuthorization"
          onAgree={() => decide(wish.agree)}
        >
          {words.agree}
        </Press>
      </Box>
    </Box>
  );
}

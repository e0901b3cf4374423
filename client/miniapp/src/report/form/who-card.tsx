import { isCreditCode } from '../../../../../shared/identity/credit-code';
import { Box } from '../../element/box';
import { Caption } from '../../element/caption';
import { Choice } from '../../element/choice';
import { Entry } from '../../element/entry';
import { FactList } from '../../part/fact-list';
import { Icon } from '../../part/icon';
import { useSession } from '../../setting/session';
import { useWords } from '../../words/use-words';
import type { CardProps } from './card-props';
import { Section, Wrong } from './section';

export function WhoCard({ draft, change, missing }: CardProps) {
  const words = useWords().report;
  return (
    <Section id="who" title={words.who}>
      <Choice
        name="kind"
        legend={words.whoKind}
        look="tiles"
        value={draft.kind}
        options={[
          { value: 'person', word: words.person },
          { value: 'enterprise', word: words.enterprise },
        ]}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind === 'enterprise' && <EnterpriseFields draft={draft} change={change} missing={missing} />}
      <Choice
        name="for-whom"
        legend={words.forWhom}
        look="tiles"
        value={draft.forOther ? 'other' : 'self'}
        options={[
          { value: 'self', word: words.forSelf },
          { value: 'other', word: words.forOther },
        ]}
        onChange={(whom) => change({ forOther: whom === 'other' })}
      />
      {draft.forOther && (
        <Box className="field">
          <Caption of="other-name">{words.otherName} *</Caption>
          <Entry
            id="other-name"
            value={draft.otherName}
            maxLength={60}
            invalid={missing.includes('other-name')}
            onChange={(otherName) => change({ otherName })}
          />
          <Wrong show={missing.includes('other-name')}>{words.need['other-name']}</Wrong>
        </Box>
      )}
    </Section>
  );
}

function EnterpriseFields({ draft, change, missing }: CardProps) {
  const words = useWords().report;
  const vouched = useSession()?.reporter.enterprise;
  // told as soon as all 18 stand there, not only when the form is sent
  const wrongCode =
    missing.includes('credit-code') || (draft.creditCode.length >= 18 && !isCreditCode(draft.creditCode));
  if (vouched)
    return (
      <Box className="vouched" id="vouched">
        <FactList
          facts={[
            [words.enterpriseName, vouched.name],
            [words.creditCode, vouched.creditCode],
          ]}
        />
        <Box as="p" className="tied">
          <Icon name="check" />
          {words.vouched}
        </Box>
      </Box>
    );
  return (
    <>
      <Box className="field">
        <Caption of="enterprise-name">{words.enterpriseName} *</Caption>
        <Entry
          id="enterprise-name"
          value={draft.enterpriseName}
          maxLength={100}
          invalid={missing.includes('enterprise-name')}
          autoComplete="organization"
          onChange={(enterpriseName) => change({ enterpriseName })}
        />
        <Wrong show={missing.includes('enterprise-name')}>{words.need['enterprise-name']}</Wrong>
      </Box>
      <Box className="field">
        <Caption of="credit-code" optional={words.optional}>
          {words.creditCode}
        </Caption>
        <Entry
          id="credit-code"
          value={draft.creditCode}
          maxLength={18}
          describedBy="credit-code-hint"
          invalid={wrongCode}
          onChange={(text) => change({ creditCode: text.toUpperCase().trim() })}
        />
        <Box as="p" className="hint" id="credit-code-hint">
          {words.creditCodeHint}
        </Box>
        <Wrong show={wrongCode}>{words.creditCodeWrong}</Wrong>
      </Box>
    </>
  );
}

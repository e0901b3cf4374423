import { useEffect } from 'react';
import { Frame } from '../../part/frame';
import { NeedSignIn } from '../../part/need-sign-in';
import { pages } from '../../setting/pages';
import { useSession } from '../../setting/session';
import { travelTo } from '../../setting/travel';
import { useWords } from '../../words/use-words';

/** Signing in on its own. */
export default function SignInPage() {
  const words = useWords().sign;
  const phone = useSession()?.reporter.phone;
  useEffect(() => {
    if (phone) travelTo(pages.orders, true);
  }, [phone]);
  return (
    <Frame title={words.title} className="slim">
      <NeedSignIn />
    </Frame>
  );
}

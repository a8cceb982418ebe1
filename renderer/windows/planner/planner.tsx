import { useEffect } from 'react';
import { useView } from '#renderer/state/view.ts';
import { AppFrame } from '#renderer/ui/app-frame.tsx';
import type { Host } from '#shared/host/host.ts';
import { PassphraseDialog } from '#renderer/features/keep/passphrase-dialog.tsx';
import { PlannerScreens } from './planner-screens.tsx';

/** The planner window: language and colours around whichever screen is due. */
export function Planner(props: { host: Host }) {
  const theme = useView((view) => view.theme);
  const locale = useView((view) => view.locale);
  useEffect(() => {
    void props.host.setLocale(locale);
  }, [props.host, locale]);
  return (
    <AppFrame theme={theme} locale={locale}>
      <PlannerScreens host={props.host} />
      <PassphraseDialog />
    </AppFrame>
  );
}

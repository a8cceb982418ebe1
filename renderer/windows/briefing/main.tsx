import '#renderer/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { getHost } from '#renderer/host/host.ts';
import { adoptLocale, useView } from '#renderer/state/view.ts';
import { AppFrame } from '#renderer/ui/app-frame.tsx';
import { Briefing } from './briefing.tsx';

const root = createRoot(document.getElementById('root') as HTMLElement);
const host = await getHost();
adoptLocale(host.info.locale);
const projectId = new URLSearchParams(location.search).get('project');

function BriefingWindow() {
  const { theme, locale } = useView();
  return (
    <AppFrame theme={theme} locale={locale}>
      <Briefing host={host} projectId={projectId} />
    </AppFrame>
  );
}

root.render(<BriefingWindow />);

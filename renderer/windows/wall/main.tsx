import '#renderer/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { getHost } from '#renderer/host/host.ts';
import { adoptLocale, useView } from '#renderer/state/view.ts';
import { AppFrame } from '#renderer/ui/app-frame.tsx';
import { SelfHealing } from '#renderer/ui/self-healing.tsx';
import { Wall } from './wall.tsx';

const root = createRoot(document.getElementById('root') as HTMLElement);
const host = await getHost();
adoptLocale(host.info.locale);
const projectId = new URLSearchParams(location.search).get('project');

function WallWindow() {
  const locale = useView((view) => view.locale);
  return (
    <AppFrame theme="dark" locale={locale}>
      <SelfHealing>
        <Wall host={host} projectId={projectId} />
      </SelfHealing>
    </AppFrame>
  );
}

root.render(<WallWindow />);

import '#renderer/ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { getHost } from '#renderer/host/host.ts';
import { adoptLocale } from '#renderer/state/view.ts';
import { Planner } from './planner.tsx';

const root = createRoot(document.getElementById('root') as HTMLElement);
const host = await getHost();
adoptLocale(host.info.locale);
root.render(
  <StrictMode>
    <Planner host={host} />
  </StrictMode>,
);

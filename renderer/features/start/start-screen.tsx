import { Button } from 'antd';
import { FolderOpen, Map as MapIcon, Upload } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { RecentFiles } from '#renderer/features/keep/recent-files.tsx';
import type { ProjectEntry } from '#renderer/state/project-actions.ts';
import { listProjects } from '#renderer/state/project-actions.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { RecentFile } from '#shared/host/host.ts';
import styles from './start-screen.module.css';

/** First start: three doors, and below them the projects that are here already. */
export function StartScreen(props: {
  busy: boolean;
  onSample: () => void;
  onImport: () => void;
  onOpenFile: () => void;
  onOpen: (id: string) => void;
  onOpenRecent: (file: RecentFile) => void;
  onBackups: () => void;
}) {
  const text = useText();
  const [projects, setProjects] = useState<ProjectEntry[]>([]);
  useEffect(() => {
    listProjects().then(setProjects, () => setProjects([]));
  }, []);

  return (
    <main className={styles.screen} aria-busy={props.busy}>
      <div className={styles.inner}>
        <h1>
          <Mark /> {text('app.name')}
        </h1>
        <p className={styles.tagline}>{text('start.tagline')}</p>
        <div className={styles.doors}>
          <Door
            icon={<MapIcon size={24} aria-hidden />}
            title={text('start.sample')}
            hint={text('start.sampleHint')}
            disabled={props.busy}
            onClick={props.onSample}
          />
          <Door
            icon={<Upload size={24} aria-hidden />}
            title={text('start.import')}
            hint={text('start.importHint')}
            disabled={props.busy}
            onClick={props.onImport}
          />
          <Door
            icon={<FolderOpen size={24} aria-hidden />}
            title={text('start.open')}
            hint={text('start.openHint')}
            disabled={props.busy}
            onClick={props.onOpenFile}
          />
        </div>
        {projects.length > 0 && (
          <section className={styles.recent}>
            <h2>{text('start.recent')}</h2>
            <ul>
              {projects.map((project) => (
                <li key={project.id}>
                  <button
                    type="button"
                    disabled={props.busy}
                    onClick={() => props.onOpen(project.id)}
                  >
                    {project.name}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className={styles.recent}>
          <RecentFiles disabled={props.busy} onOpen={props.onOpenRecent} />
        </div>
        <p className={styles.local}>
          {text('start.local')}{' '}
          <Button type="link" size="small" onClick={props.onBackups}>
            {text('keep.backups.open')}
          </Button>
        </p>
      </div>
    </main>
  );
}

function Door(props: {
  icon: ReactNode;
  title: string;
  hint: string;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className={styles.door} disabled={props.disabled} onClick={props.onClick}>
      {props.icon}
      <strong>{props.title}</strong>
      <span>{props.hint}</span>
    </button>
  );
}

/** 横 and 纵: two strokes that cross and reach the corners of their square. */
function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M0 16H32M16 0V32" stroke="currentColor" strokeWidth="5" fill="none" />
      <path d="M1 1H31V31H1Z" stroke="currentColor" strokeWidth="2" fill="none" />
    </svg>
  );
}

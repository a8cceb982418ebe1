import { App, Button } from 'antd';
import { ChevronLeft, ChevronRight, Download, Maximize, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { composePng } from '#renderer/features/briefing/compose-png.ts';
import { sceneHeight } from '#renderer/features/briefing/scene-height.ts';
import { sceneLayers } from '#renderer/features/briefing/scene-layers.ts';
import { SceneWords } from '#renderer/features/briefing/scene-words.tsx';
import { MapView } from '#renderer/map/map-view.tsx';
import type { MapHandle } from '#renderer/map/map-view-props.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Host } from '#shared/host/host.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import type { Project } from '#shared/model/project.ts';
import type { Scene } from '#shared/model/scene.ts';
import styles from './briefing-window.module.css';

const forward = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'];
const back = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];

/** Plays scenes by arrow keys; each can be kept as a picture. */
export function Player(props: {
  host: Host;
  document: Document;
  project: Project;
  scenes: readonly Scene[];
}) {
  const { host, document, project, scenes } = props;
  const text = useText();
  const { message } = App.useApp();
  const { theme, locale, heatRadiusM } = useView();
  const map = useRef<MapHandle>(null);
  const [ready, setReady] = useState(false);
  const [at, setAt] = useState(0);
  const index = Math.min(at, scenes.length - 1);
  const scene = scenes[index] as Scene;
  const step = useCallback(
    (by: number) => setAt((was) => Math.max(0, Math.min(scenes.length - 1, was + by))),
    [scenes.length],
  );

  useEffect(() => {
    if (ready) map.current?.setCamera(scene.camera, 600);
  }, [ready, scene]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLButtonElement && [' ', 'Enter'].includes(event.key)) return;
      if (forward.includes(event.key)) step(1);
      else if (back.includes(event.key)) step(-1);
      else if (event.key === 'Home') setAt(0);
      else if (event.key === 'End') setAt(scenes.length - 1);
      else if (event.key === 'Escape') void host.closeWindow();
      else if (event.key.toLowerCase() === 'f') void host.setFullScreen(true);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [host, scenes.length, step]);

  const save = async () => {
    try {
      const picture = await map.current?.toPng();
      if (!picture) return;
      const style = getComputedStyle(window.document.documentElement);
      const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
      const bytes = await composePng(
        picture,
        scene,
        { ink: colour('ink'), quiet: colour('quiet'), plate: colour('ground') },
        [project.name, project.invented ? text('briefing.invented') : '', reviewNumber(document)]
          .filter((part) => part !== '')
          .join(' · '),
      );
      const name = await host.saveFile({
        title: text('briefing.saveTitle'),
        suggestedName: `${String(index + 1).padStart(2, '0')} ${scene.title}.png`,
        filters: [{ name: 'PNG', extensions: ['png'] }],
        bytes,
      });
      if (name !== null) message.success(text('planner.savedFile', { name }));
    } catch (error) {
      message.error(text('briefing.saveFailed', { reason: String(error) }));
    }
  };

  return (
    <main className={styles.player}>
      <MapView
        ref={map}
        document={document}
        theme={theme}
        locale={locale}
        layers={sceneLayers(scene)}
        issueFilter={scene.filter ?? allIssues}
        heatRadiusM={heatRadiusM}
        findings={[]}
        activeFindingId={null}
        selectedId={scene.selectedId}
        interactive={false}
        referenceHeight={sceneHeight}
        onReady={() => setReady(true)}
      />
      <div key={scene.id} className={styles.fade} aria-live="polite">
        <SceneWords scene={scene} />
      </div>
      <nav className={styles.controls} aria-label={text('briefing.controls')}>
        <span>
          {index + 1} / {scenes.length}
        </span>
        <Button
          type="text"
          aria-label={text('briefing.back')}
          disabled={index === 0}
          icon={<ChevronLeft size={18} aria-hidden />}
          onClick={() => step(-1)}
        />
        <Button
          type="text"
          aria-label={text('briefing.next')}
          disabled={index === scenes.length - 1}
          icon={<ChevronRight size={18} aria-hidden />}
          onClick={() => step(1)}
        />
        <Button type="text" icon={<Download size={18} aria-hidden />} onClick={() => void save()}>
          {text('briefing.savePng')}
        </Button>
        <Button
          type="text"
          aria-label={text('briefing.fullScreen')}
          icon={<Maximize size={18} aria-hidden />}
          onClick={() => void host.setFullScreen(true)}
        />
        <Button
          type="text"
          aria-label={text('common.close')}
          icon={<X size={18} aria-hidden />}
          onClick={() => void host.closeWindow()}
        />
      </nav>
      {project.invented && <p className={styles.invented}>{text('briefing.invented')}</p>}
    </main>
  );
}

/** 审图号 as it must stand on a published map; empty where none is known. */
function reviewNumber(document: Document): string {
  return document.all('district')[0]?.reviewNumber ?? '';
}

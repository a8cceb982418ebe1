import { Button } from 'antd';
import { ArrowDown, ArrowUp, Pencil, Play, Trash2 } from 'lucide-react';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { Scene } from '#shared/model/scene.ts';
import styles from './scenes.module.css';

/** Scenes of the briefing in their order: capture, arrange, reword, play. */
export function ScenesPanel(props: {
  scenes: readonly Scene[];
  onCapture: () => void;
  onShow: (scene: Scene) => void;
  onEdit: (scene: Scene) => void;
  onMove: (scene: Scene, step: -1 | 1) => void;
  onRemove: (scene: Scene) => void;
  onPlay: () => void;
  onClose: () => void;
}) {
  const text = useText();
  const { scenes } = props;
  return (
    <SidePanel title={text('scenes.title')} onClose={props.onClose}>
      <div className={styles.actions}>
        <Button type="primary" onClick={props.onCapture}>
          {text('scenes.capture')}
        </Button>
        <Button
          icon={<Play size={14} aria-hidden />}
          disabled={scenes.length === 0}
          onClick={props.onPlay}
        >
          {text('scenes.play')}
        </Button>
      </div>
      {scenes.length === 0 && <p className={styles.empty}>{text('scenes.empty')}</p>}
      <ol className={styles.list}>
        {scenes.map((scene, index) => (
          <li key={scene.id}>
            <button type="button" className={styles.scene} onClick={() => props.onShow(scene)}>
              <span>{index + 1}</span>
              {scene.title}
            </button>
            <Action
              label={text('scenes.up', { title: scene.title })}
              disabled={index === 0}
              onClick={() => props.onMove(scene, -1)}
            >
              <ArrowUp size={14} aria-hidden />
            </Action>
            <Action
              label={text('scenes.down', { title: scene.title })}
              disabled={index === scenes.length - 1}
              onClick={() => props.onMove(scene, 1)}
            >
              <ArrowDown size={14} aria-hidden />
            </Action>
            <Action
              label={text('scenes.edit', { title: scene.title })}
              onClick={() => props.onEdit(scene)}
            >
              <Pencil size={14} aria-hidden />
            </Action>
            <Action
              label={text('scenes.remove', { title: scene.title })}
              onClick={() => props.onRemove(scene)}
            >
              <Trash2 size={14} aria-hidden />
            </Action>
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}

function Action(props: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <Button
      type="text"
      size="small"
      title={props.label}
      aria-label={props.label}
      disabled={props.disabled ?? false}
      icon={props.children}
      onClick={props.onClick}
    />
  );
}

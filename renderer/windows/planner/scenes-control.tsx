import { type RefObject, useMemo, useState } from 'react';
import {
  sceneHeight,
  zoomForHeight,
  zoomOfScene,
} from '#renderer/features/briefing/scene-height.ts';
import { sceneLayers } from '#renderer/features/briefing/scene-layers.ts';
import { SceneDialog } from '#renderer/features/scenes/scene-dialog.tsx';
import { ScenesPanel } from '#renderer/features/scenes/scenes-panel.tsx';
import type { MapHandle } from '#renderer/map/map-view-props.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { putScene } from '#shared/edits/commands/put-scene.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { reorderScenes } from '#shared/edits/commands/reorder-scenes.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Host } from '#shared/host/host.ts';
import type { Scene } from '#shared/model/scene.ts';
import { useEdit } from '#renderer/features/edit/use-edit.ts';

/** Joins the scenes panel to the map and the document. */
export function ScenesControl(props: {
  host: Host;
  document: Document;
  map: RefObject<MapHandle | null>;
  /** What the map fills, for its height. */
  frame: RefObject<HTMLElement | null>;
  onClose: () => void;
}) {
  const { document, map } = props;
  const revision = useRevision();
  const text = useText();
  const edit = useEdit();
  const [edited, setEdited] = useState<Scene | null>(null);
  const scenes = useMemo(() => {
    void revision;
    return [...document.all('scene')].sort((a, b) => a.order - b.order);
  }, [document, revision]);

  const mapHeight = () => props.frame.current?.clientHeight ?? sceneHeight;

  const capture = () => {
    const camera = map.current?.getCamera();
    if (!camera) return;
    const { layers, issueFilter, selectedId } = useView.getState();
    // A layer that older programs do not know is named only where there is something in it.
    const { baseUnits: _, ...withoutBaseUnits } = layers;
    const hasBaseUnits = document.all('baseUnit').length > 0;
    setEdited({
      kind: 'scene',
      id: crypto.randomUUID(),
      order: Math.max(0, ...scenes.map((scene) => scene.order)) + 1,
      title: text('scenes.newTitle', { number: scenes.length + 1 }),
      sentence: '',
      notes: '',
      numbers: [],
      camera: { ...camera, zoom: zoomOfScene(camera.zoom, mapHeight()) },
      layers: hasBaseUnits ? layers : withoutBaseUnits,
      filter: issueFilter,
      selectedId,
    });
  };
  const show = (scene: Scene) => {
    const view = useView.getState();
    const layers = sceneLayers(scene, view.layers);
    // Those that are still to be imported are not hidden beforehand.
    if (document.all('baseUnit').length === 0) layers.baseUnits = view.layers.baseUnits;
    view.setLayers(layers);
    if (scene.filter) view.setIssueFilter(scene.filter);
    view.select(scene.selectedId);
    const zoom = zoomForHeight(scene.camera.zoom, mapHeight());
    map.current?.setCamera({ ...scene.camera, zoom }, 600);
  };
  const move = (scene: Scene, step: -1 | 1) => {
    const ids = scenes.map(({ id }) => id);
    const from = ids.indexOf(scene.id);
    ids.splice(from, 1);
    ids.splice(from + step, 0, scene.id);
    edit(reorderScenes, { ids });
  };
  const play = () => {
    const project = document.all('project')[0];
    if (!project) return;
    void props.host.openWindow({ window: 'briefing', projectId: project.id, displayId: null });
  };

  return (
    <>
      <ScenesPanel
        scenes={scenes}
        onCapture={capture}
        onShow={show}
        onEdit={setEdited}
        onMove={move}
        onRemove={(scene) => edit(removeRecords, { ids: [scene.id] })}
        onPlay={play}
        onClose={props.onClose}
      />
      {edited && (
        <SceneDialog
          scene={edited}
          onSave={(scene) => {
            if (edit(putScene, { scene })) setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

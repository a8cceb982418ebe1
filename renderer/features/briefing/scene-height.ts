/**
 * Height in pixels of the display for which the cameras of scenes are kept: a zoom means the same
 * ground on a laptop and on a projector.
 */
export const sceneHeight = 900;

/** Zoom of a scene for a map `height` pixels high that is to show the same ground from top to bottom. */
export function zoomForHeight(sceneZoom: number, height: number): number {
  return sceneZoom + Math.log2(height / sceneHeight);
}

/** The reverse of {@link zoomForHeight}: the zoom to keep for what such a map shows. */
export function zoomOfScene(zoom: number, height: number): number {
  return zoom - Math.log2(height / sceneHeight);
}

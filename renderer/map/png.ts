import type { Map as MapLibreMap } from 'maplibre-gl';

const patienceMs = 10_000;

/**
 * Picture of a map as shown, at the pixels of the device. Waits until everything in view is drawn,
 * then reads the canvas in the same task in which it was painted, while its buffer still holds.
 * @throws Error when the picture cannot be read
 */
export async function mapPng(map: MapLibreMap): Promise<Blob> {
  if (!map.loaded() || !map.areTilesLoaded() || map.isMoving()) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      void map.once('idle', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  return new Promise<Blob>((resolve, reject) => {
    void map.once('render', () => {
      map.getCanvas().toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('the map could not be read as a picture'));
      }, 'image/png');
    });
    map.triggerRepaint();
  });
}

import { mapImage } from './map-images.ts';

const known = new Map<string, string>();

/** A pattern or symbol of the map as the address of a picture, for legends; empty for no such name. */
export function symbolPicture(name: string, theme: 'light' | 'dark'): string {
  const id = `${name}-${theme}`;
  const key = `${id}@${devicePixelRatio}`;
  let url = known.get(key);
  if (url === undefined) {
    const image = mapImage(id);
    url = '';
    if (image) {
      const canvas = document.createElement('canvas');
      canvas.width = image.data.width;
      canvas.height = image.data.height;
      canvas.getContext('2d')?.putImageData(image.data, 0, 0);
      url = canvas.toDataURL();
    }
    known.set(key, url);
  }
  return url;
}

/** An image for the map's style: pixels and how many of them make one CSS pixel. */
export interface MapImage {
  data: ImageData;
  pixelRatio: number;
}

/** Draws an image of `width` by `height` CSS pixels at the density of the screen. */
export function drawImage(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void,
): MapImage {
  const pixelRatio = Math.min(3, Math.max(1, Math.ceil(devicePixelRatio)));
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws no 2D canvas');
  context.scale(pixelRatio, pixelRatio);
  draw(context);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}

/**
 * Bytes of numbers sorted by their place: first the lowest byte of every number, then the next.
 * Neighbouring values share their high bytes, so this form compresses to about half.
 * Numbers are stored little-endian whatever the machine.
 */
export function toPlanes(
  values: Int32Array | Uint32Array | Float32Array | Uint16Array | Uint8Array,
) {
  const width = values.BYTES_PER_ELEMENT;
  const view = new DataView(new ArrayBuffer(width));
  const planes = new Uint8Array(values.length * width);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (values instanceof Float32Array) view.setFloat32(0, value, true);
    else if (values instanceof Int32Array) view.setInt32(0, value, true);
    else if (width === 4) view.setUint32(0, value, true);
    else if (width === 2) view.setUint16(0, value, true);
    else view.setUint8(0, value);
    for (let byte = 0; byte < width; byte++) {
      planes[byte * values.length + i] = view.getUint8(byte);
    }
  }
  return planes;
}

/** Little-endian numbers of `width` bytes from their planes; the inverse of {@link toPlanes}. */
export function fromPlanes(planes: Uint8Array, width: number): DataView<ArrayBuffer> {
  const count = planes.length / width;
  const bytes = new Uint8Array(planes.length);
  for (let byte = 0; byte < width; byte++) {
    for (let i = 0; i < count; i++) {
      bytes[i * width + byte] = planes[byte * count + i] as number;
    }
  }
  return new DataView(bytes.buffer);
}

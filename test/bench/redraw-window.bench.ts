import type { Bench } from './bench.ts';
import { denseRecords } from './window/dense-district.ts';
import { redrawRows } from './window/redraw-rows.ts';

const zoneCount = 2000;
const verticesPerSide = 50;

export default {
  name: 'Redrawing in a window, map rendering excluded',
  reference: 'aim',
  run() {
    const { records, vertices, middle } = denseRecords(zoneCount, verticesPerSide);
    return redrawRows({
      records,
      zone: middle,
      zoneVertices: Math.round(vertices / zoneCount),
      section: `${zoneCount.toLocaleString('en-US')} zones, ${vertices.toLocaleString('en-US')} vertices`,
    });
  },
} satisfies Bench;

import type { Bench } from './bench.ts';
import { coastRecords } from './window/coast-district.ts';
import { redrawRows } from './window/redraw-rows.ts';

const vertices = 50_000;
const neighbours = 20;

export default {
  name: 'Redrawing a zone of very many vertices in a window, map rendering excluded',
  reference: 'aim',
  run() {
    const { records, island } = coastRecords(vertices, neighbours);
    return redrawRows({
      records,
      zone: island,
      zoneVertices: vertices,
      section: `an island of ${vertices.toLocaleString('en-US')} vertices among ${neighbours} zones`,
    });
  },
} satisfies Bench;

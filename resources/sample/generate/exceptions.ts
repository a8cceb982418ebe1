import { moved, type Ring, toVertex, type Vertex } from './vertex.ts';

/** Ground that no zone covers. The shapes are drawn for the sample, not surveyed. */
export interface ExceptionSite {
  key: string;
  name: string;
  reason: string;
  approver: string;
  ring: Ring;
}

function outline(
  centre: readonly [number, number],
  offsets: [east: number, north: number][],
): Ring {
  const from = toVertex(centre);
  return offsets.map(([east, north]): Vertex => moved(from, east, north));
}

/** Corners of a closed line cut twice (Chaikin 1974), which makes a shore of a rough shape. */
function rounded(ring: Ring): Ring {
  let current = ring;
  for (let pass = 0; pass < 2; pass++) {
    current = current.flatMap((a, index) => {
      const b = current[(index + 1) % current.length] as Vertex;
      const between = (part: number): Vertex => [
        Math.round(a[0] + (b[0] - a[0]) * part),
        Math.round(a[1] + (b[1] - a[1]) * part),
      ];
      return [between(0.25), between(0.75)];
    });
  }
  return current;
}

export const exceptionSites: readonly ExceptionSite[] = [
  {
    key: 'lake',
    name: '大湖水面（示例）',
    reason: '开阔水面，由湖面管理单位专管，岸线以上仍归各责任片区。',
    approver: '区创建办（示例）',
    ring: rounded(
      outline(
        [116.2695, 39.9905],
        [
          [-380, 760],
          [60, 900],
          [420, 620],
          [560, 60],
          [480, -520],
          [160, -980],
          [-120, -760],
          [-200, -300],
          [-460, 40],
        ],
      ),
    ),
  },
  {
    key: 'reservoir',
    name: '上游水库水面（示例）',
    reason: '水源保护区水面，由水务部门专管。',
    approver: '区创建办（示例）',
    ring: rounded(
      outline(
        [116.2085, 40.1065],
        [
          [-900, 120],
          [-420, 300],
          [120, 180],
          [640, 330],
          [980, 120],
          [560, -60],
          [80, -140],
          [-480, -70],
        ],
      ),
    ),
  },
  {
    key: 'closed-yard',
    name: '封闭管理院区（示例）',
    reason: '封闭管理单位，围墙以内自管，围墙以外仍归属地。',
    approver: '区创建办（示例）',
    ring: outline(
      [116.2442, 40.0561],
      [
        [-310, 190],
        [-40, 235],
        [300, 205],
        [330, -120],
        [150, -240],
        [-290, -205],
      ],
    ),
  },
];

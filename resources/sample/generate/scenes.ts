import type { Issue } from '#shared/model/issue.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import { defaultLayers } from '#shared/model/layer.ts';
import type { Scene } from '#shared/model/scene.ts';
import type { Zone } from '#shared/model/zone.ts';
import { sampleNow } from './calendar.ts';
import type { Places } from './places.ts';
import type { Planted } from './planted.ts';
import { seeded } from './random.ts';

/** The sample has no base units. */
const { baseUnits: _, ...shown } = defaultLayers;

type Draft = Pick<Scene, 'title' | 'sentence' | 'numbers' | 'notes'> &
  Partial<Pick<Scene, 'layers' | 'filter' | 'selectedId'>> & { at: [number, number]; zoom: number };

const thousands = (count: number) => count.toLocaleString('en-US');

/** Scenes of a briefing; every figure is counted from the sample itself. */
export function makeScenes(
  places: Places,
  zones: readonly Zone[],
  pointCount: number,
  issues: readonly Issue[],
  planted: Planted,
): Scene[] {
  const random = seeded('scenes');
  const open = issues.filter((issue) => issue.status !== 'closed');
  const overdue = open.filter((issue) => issue.dueAt && Date.parse(issue.dueAt) < sampleNow);
  const vending = issues.filter((issue) => issue.issueClass === 'street-vending');
  const bicycles = issues.filter((issue) => issue.issueClass === 'bicycle-clutter');
  const [dispute] = planted.overlaps;
  const [gap] = planted.gaps;
  if (!dispute || !gap) throw new Error('nothing planted to be shown');
  const vacantBlock = places.blocks.find(({ zone }) => zone.id === planted.vacant.targetId);
  const drafts: Draft[] = [
    {
      title: '全区责任一张图',
      sentence: '街道、社区、片区三级到底，每一处地面都要有人负责。',
      numbers: [
        { label: '街道和镇', value: `${places.streets.length} 个` },
        { label: '责任片区', value: `${zones.length} 个` },
        { label: '点位', value: `${thousands(pointCount)} 处` },
      ],
      notes: '先讲总盘子，再讲问题。人员、片区和问题均为虚构示例。',
      at: [116.216, 40.022],
      zoom: 10.6,
    },
    {
      title: '问题集中在哪里',
      sentence: '车站、市场和老旧小区周边反复出现，整治要盯住同一批点位。',
      numbers: [
        { label: '两年问题', value: `${thousands(issues.length)} 件` },
        { label: '其中乱停单车', value: `${Math.round((100 * bicycles.length) / issues.length)}%` },
      ],
      notes: '',
      at: [116.315, 39.968],
      zoom: 11.8,
      layers: { ...shown, zones: 0.25, heat: 1, points: 0, disputes: 0 },
      filter: allIssues,
    },
    {
      title: '未结与超期问题',
      sentence: '测评日前未结问题必须清零，超期问题今天就要交账。',
      numbers: [
        { label: '未结', value: `${open.length} 件` },
        { label: '其中超期', value: `${overdue.length} 件` },
      ],
      notes: '逐街道点名，不排个人。',
      at: [116.305, 39.975],
      zoom: 11.6,
      layers: { ...shown, zones: 0.4, issues: 1, points: 0, disputes: 0 },
      filter: { ...allIssues, statuses: ['reported', 'dispatched', 'handling'] },
    },
    {
      title: '夏夜占道经营',
      sentence: '五月至九月傍晚最多，夜间力量要跟上。',
      numbers: [{ label: '两年占道经营', value: `${thousands(vending.length)} 件` }],
      notes: '',
      at: [116.33, 39.965],
      zoom: 12.2,
      layers: { ...shown, zones: 0.25, heat: 1, points: 0, disputes: 0 },
      filter: { ...allIssues, classes: ['street-vending'] },
    },
    {
      title: '边界争议与空白',
      sentence: `${dispute.zones.join('与')}都划了同一块地，要当场定界。`,
      numbers: [
        { label: '重叠', value: `${thousands(Math.round(dispute.areaM2))} m²` },
        { label: '另有缺口', value: `${thousands(Math.round(gap.areaM2))} m²` },
      ],
      notes: '缺口在海淀街道与海淀镇交界处，来自公开边界数据本身。',
      at: dispute.at,
      zoom: 15.2,
      selectedId: dispute.zoneIds[0] ?? null,
    },
    {
      title: '一处片长空缺',
      sentence: `${planted.vacant.target}没有片长，出了问题找不到人。`,
      numbers: [{ label: '空缺', value: '1 处' }],
      notes: '',
      at: vacantBlock?.zone.geometry ? centreOf(vacantBlock.zone.geometry) : [116.34, 40.03],
      zoom: 13.6,
      selectedId: planted.vacant.targetId,
    },
  ];
  return drafts.map(({ at, zoom, ...draft }, order) => ({
    kind: 'scene',
    id: random.uuid(),
    order,
    camera: { centre: at, zoom, bearing: 0, pitch: 0 },
    layers: shown,
    filter: null,
    selectedId: null,
    ...draft,
  }));
}

/** Middle of the box around an area, near enough for a camera. */
function centreOf(geometry: Zone['geometry']): [number, number] {
  const numbers = (geometry.coordinates as unknown[]).flat(3).map(Number);
  const middle = (axis: number) => {
    const values = numbers.filter((_, index) => index % 2 === axis);
    return Math.round(((Math.min(...values) + Math.max(...values)) / 2) * 1e5) / 1e5;
  };
  return [middle(0), middle(1)];
}

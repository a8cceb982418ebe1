import type { Role } from '#shared/model/scheme.ts';

/**
 * Sets of roles that an office may start its chain from. Which is used, and every entry of it, is the
 * project's own choice; `key` names the set under `chainTemplate.` in the texts.
 */
export interface ChainTemplate {
  key: 'three-level' | 'city-grid' | 'road-chief';
  roles: readonly Role[];
}

/** 包片、包点、包联: 区领导 → 街道 → 社区 → 片长 → 点长, with the roles that may be added to it. */
export const roleTemplate: readonly Role[] = [
  { key: 'district-leader', name: '区领导', group: '包联', level: 'district', required: true },
  { key: 'liaison-leader', name: '包联领导', group: '包联', level: 'street', required: true },
  { key: 'street-head', name: '街道负责人', group: '属地', level: 'street', required: true },
  { key: 'community-head', name: '社区负责人', group: '属地', level: 'community', required: true },
  { key: 'zone-head', name: '片长', group: '包片', level: 'zone', required: true },
  { key: 'zone-patrol', name: '网格员', group: '包片', level: 'zone', required: false },
  { key: 'point-head', name: '点长', group: '包点', level: 'point', required: true },
  { key: 'line-supervisor', name: '行业主管', group: '条线', level: 'point', required: false },
];

/** 数字城管: a supervision centre above a grid of cells, each with a collector of its own. */
const cityGridRoles: readonly Role[] = [
  { key: 'centre-head', name: '监督中心负责人', group: '监督', level: 'district', required: true },
  { key: 'street-grid-head', name: '街道网格长', group: '网格', level: 'street', required: true },
  { key: 'station-head', name: '网格站站长', group: '网格', level: 'community', required: true },
  { key: 'grid-head', name: '网格长', group: '网格', level: 'zone', required: true },
  { key: 'grid-collector', name: '信息采集员', group: '监督', level: 'zone', required: true },
  { key: 'part-owner', name: '权属单位联系人', group: '处置', level: 'point', required: false },
];

/** 路长制: chiefs of three levels above the chief of each stretch of road. */
const roadChiefRoles: readonly Role[] = [
  { key: 'chief-of-roads', name: '总路长', group: '路长', level: 'district', required: true },
  { key: 'road-chief-1', name: '一级路长', group: '路长', level: 'street', required: true },
  { key: 'road-chief-2', name: '二级路长', group: '路长', level: 'community', required: true },
  { key: 'road-chief-3', name: '三级路长', group: '路长', level: 'zone', required: true },
  { key: 'road-patrol', name: '路段巡查员', group: '巡查', level: 'zone', required: false },
  { key: 'frontage-head', name: '门前责任人', group: '沿街单位', level: 'point', required: false },
];

export const chainTemplates: readonly ChainTemplate[] = [
  { key: 'three-level', roles: roleTemplate },
  { key: 'city-grid', roles: cityGridRoles },
  { key: 'road-chief', roles: roadChiefRoles },
];

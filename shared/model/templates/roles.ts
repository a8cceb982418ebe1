import type { Role } from '#shared/model/scheme.ts';

/** The chain 区领导 → 街道 → 社区 → 片长 → 点长, with the roles that may be added to it. */
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

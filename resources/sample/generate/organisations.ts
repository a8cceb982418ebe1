import type { Organisation } from '#shared/model/organisation.ts';
import type { Places } from './places.ts';
import { seeded } from './random.ts';

export interface Organisations {
  all: Organisation[];
  root: Organisation;
  departments: Organisation[];
  /** By the id of the street or community that they answer for. */
  ofPlace: Map<string, Organisation>;
}

const departmentNames = [
  '区城市管理委',
  '区城管执法局',
  '区市场监管局',
  '区交通支队',
  '区住房建设委',
  '区园林绿化局',
  '区卫生健康委',
  '区教委',
  '区文化旅游局',
  '区商务局',
  '区民政局',
  '区水务局',
];

/** The bodies of the blocks (street offices, community committees) and of the lines (departments). */
export function makeOrganisations({ streets, communities }: Places): Organisations {
  const random = seeded('organisations');
  const body = (name: string, parentId: string | null, line: 'block' | 'line'): Organisation => ({
    kind: 'organisation',
    id: random.uuid(),
    name,
    parentId,
    line,
    categories: [],
  });
  const root = body('区创建指挥部（示例）', null, 'block');
  const departments = departmentNames.map((name) => body(`${name}（示例）`, root.id, 'line'));
  const ofPlace = new Map<string, Organisation>();
  for (const { id, name } of streets) {
    const office = name.endsWith('镇') ? `${name}人民政府` : `${name}办事处`;
    ofPlace.set(id, body(`${office}（示例）`, root.id, 'block'));
  }
  for (const { id, name, streetId } of communities) {
    const parent = ofPlace.get(streetId ?? '');
    const committee = name.endsWith('村') ? `${name}村委会` : `${name}居委会`;
    ofPlace.set(id, body(committee, parent?.id ?? null, 'block'));
  }
  return { all: [root, ...departments, ...ofPlace.values()], root, departments, ofPlace };
}

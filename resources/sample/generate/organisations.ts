import { issueClassTemplate } from '#shared/model/templates/issue-classes.ts';
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

/** Departments with the groups of issue classes that they answer for in every street. */
const departmentGroups: readonly (readonly [name: string, groups: readonly string[]])[] = [
  ['区城市管理委', ['环境卫生']],
  ['区城管执法局', ['市容秩序']],
  ['区市场监管局', ['农贸市场']],
  ['区交通支队', ['交通秩序', '停车管理']],
  ['区住房建设委', ['老旧小区']],
  ['区园林绿化局', []],
  ['区卫生健康委', []],
  ['区教委', []],
  ['区文化旅游局', ['公益广告']],
  ['区商务局', []],
  ['区民政局', []],
  ['区水务局', []],
];

/** The bodies of the blocks (street offices, community committees) and of the lines (departments). */
export function makeOrganisations({ streets, communities }: Places): Organisations {
  const random = seeded('organisations');
  const body = (
    name: string,
    parentId: string | null,
    line: 'block' | 'line',
    categories: string[] = [],
  ): Organisation => ({
    kind: 'organisation',
    id: random.uuid(),
    name,
    parentId,
    line,
    categories,
  });
  const root = body('区创建指挥部（示例）', null, 'block');
  const departments = departmentGroups.map(([name, groups]) => {
    const own = issueClassTemplate.filter(({ group }) => groups.includes(group));
    return body(
      `${name}（示例）`,
      root.id,
      'line',
      own.map(({ key }) => key),
    );
  });
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

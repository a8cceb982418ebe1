import { defaultChainRules } from '#shared/model/chain-rules.ts';
import type { Project } from '#shared/model/project.ts';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';
import { inspectionDay, utcOffsetMinutes } from './calendar.ts';
import { seeded } from './random.ts';

export function makeProject(): Project {
  return {
    kind: 'project',
    id: seeded('project').uuid(),
    name: '海淀区（示例）',
    createdAt: '2026-11-20T10:00:00Z',
    inspectionDate: inspectionDay,
    utcOffsetMinutes,
    invented: true,
    sources: [
      {
        what: '海淀区轮廓和 29 个街道、镇的边界。街道之间原有的重叠和缺口已各归一方，只留下一处缺口。',
        from: 'thebamboogrove/bj-subdistricts（提交 7d329de4）；几何主要来自天地图，上游条款未核实，无审图号，不得作为公开地图出版。',
        licence: 'MIT',
      },
      {
        what: '社区、责任片区、条和点、例外区域、单位、人员、电话、队伍、值班、点位、问题和场景。',
        from: '全部由脚本生成，均为虚构，与真实的人、单位和事件无关。',
        licence: 'MIT',
      },
    ],
    schemes: defaultSchemes(),
    chain: defaultChainRules(),
  };
}

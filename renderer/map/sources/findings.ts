import type { Feature } from 'geojson';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Rule } from '#shared/model/rule.ts';

const patterns: Partial<Record<Rule, string>> = {
  gap: 'gap',
  overlap: 'overlap',
  duplicate: 'overlap',
  outside: 'outside',
};

/** Defects as drawn on the ground, by finding id. */
export function findingFeatures(
  findings: readonly Finding[],
): [id: string, feature: Omit<Feature, 'type'>][] {
  return findings.flatMap((finding) => {
    const geometry = drawableGeometry(finding.geometry);
    if (!geometry || geometry.type === 'Point') return [];
    return [
      [
        finding.id,
        {
          geometry,
          properties: {
            rule: finding.rule,
            severity: finding.severity,
            pattern: patterns[finding.rule] ?? '',
          },
        },
      ] as [string, Omit<Feature, 'type'>],
    ];
  });
}

/** The active finding: its shape and, for the pulse, the place inside it. */
export function activeFindingFeatures(
  finding: Finding | undefined,
): [id: string, feature: Omit<Feature, 'type'>][] {
  if (!finding) return [];
  const { severity } = finding;
  const shape = drawableGeometry(finding.geometry);
  const place = drawableGeometry({ type: 'Point', coordinates: finding.at });
  return [
    ...(shape && shape.type !== 'Point'
      ? [
          ['shape', { geometry: shape, properties: { part: 'shape', severity } }] as [
            string,
            Omit<Feature, 'type'>,
          ],
        ]
      : []),
    ...(place
      ? [
          ['place', { geometry: place, properties: { part: 'place', severity } }] as [
            string,
            Omit<Feature, 'type'>,
          ],
        ]
      : []),
  ];
}

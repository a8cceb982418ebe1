import { expect, it } from 'vitest';
import { sceneLayers } from '#renderer/features/briefing/scene-layers.ts';
import { wallLayers } from '#renderer/features/wall/wall-layers.ts';
import { defaultLayers } from '#shared/model/layer.ts';

it('shows base units only where a scene names them', () => {
  expect(sceneLayers({ layers: { zones: 0.5 } })).toEqual({
    ...defaultLayers,
    zones: 0.5,
    baseUnits: 0,
  });
  expect(sceneLayers({ layers: { baseUnits: 0.4 } }).baseUnits).toBe(0.4);
});

it('leaves the other layers that a scene does not name as they were', () => {
  const before = { ...defaultLayers, heat: 0.7, baseUnits: 1 };
  expect(sceneLayers({ layers: { zones: 0 } }, before)).toEqual({
    ...before,
    zones: 0,
    baseUnits: 0,
  });
});

it('shows none on the wall', () => {
  expect(wallLayers.baseUnits).toBe(0);
});

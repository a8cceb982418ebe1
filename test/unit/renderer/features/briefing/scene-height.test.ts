import { describe, expect, it } from 'vitest';
import {
  sceneHeight,
  zoomForHeight,
  zoomOfScene,
} from '#renderer/features/briefing/scene-height.ts';

describe('zoom of a scene', () => {
  it('is one less on a map half as high, where the same ground has half the pixels', () => {
    expect(zoomForHeight(12, sceneHeight / 2)).toBe(11);
    expect(zoomForHeight(12, sceneHeight)).toBe(12);
  });

  it('comes back as it was captured', () => {
    expect(zoomForHeight(zoomOfScene(13.25, 448), 448)).toBeCloseTo(13.25, 12);
  });
});

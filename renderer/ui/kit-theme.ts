import { type ThemeConfig, theme as kit } from 'antd';
import { tokenHex } from './colour.ts';

/** Theme of the component kit, set from our tokens so that nothing looks borrowed. */
export function kitTheme(theme: 'light' | 'dark'): ThemeConfig {
  return {
    algorithm:
      theme === 'dark' ? [kit.darkAlgorithm, kit.compactAlgorithm] : [kit.compactAlgorithm],
    token: {
      colorPrimary: tokenHex('accent'),
      colorInfo: tokenHex('accent'),
      colorLink: tokenHex('accent'),
      colorError: tokenHex('broken'),
      colorWarning: tokenHex('soon'),
      colorSuccess: tokenHex('proved'),
      colorTextBase: tokenHex('ink'),
      colorBgBase: tokenHex('ground'),
      colorBgContainer: tokenHex('ground'),
      colorBgElevated: tokenHex('panel'),
      colorBorder: tokenHex('edge'),
      colorBorderSecondary: tokenHex('line'),
      colorTextSecondary: tokenHex('quiet'),
      colorTextDescription: tokenHex('quiet'),
      colorTextPlaceholder: tokenHex('quiet'),
      colorTextTertiary: tokenHex('quiet'),
      fontFamily: 'var(--font)',
      fontSize: 13,
      borderRadius: 6,
      borderRadiusLG: 6,
      borderRadiusSM: 4,
      boxShadow: 'var(--float)',
      boxShadowSecondary: 'var(--float)',
      motionDurationFast: '0.12s',
      motionDurationMid: '0.16s',
      motionDurationSlow: '0.2s',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: { cellPaddingBlockSM: 3, cellPaddingInlineSM: 8, headerBorderRadius: 0 },
      Modal: { titleFontSize: 15 },
    },
  };
}

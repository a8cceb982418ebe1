import { theme as kit, type ThemeConfig } from 'antd';
import { tokensOf } from './colour.ts';

/** Theme of the component kit, set from our tokens so that nothing looks borrowed. */
export function kitTheme(theme: 'light' | 'dark'): ThemeConfig {
  const token = tokensOf(theme);
  return {
    algorithm: theme === 'dark' ? kit.darkAlgorithm : kit.defaultAlgorithm,
    token: {
      colorPrimary: token('accent'),
      // The kit's own shade leaves words on a button under the pointer too pale.
      colorPrimaryHover: token('accent-hover'),
      colorInfo: token('accent'),
      colorLink: token('accent'),
      colorError: token('broken'),
      colorWarning: token('soon'),
      colorSuccess: token('proved'),
      colorTextBase: token('ink'),
      colorBgBase: token('ground'),
      colorBgContainer: token('ground'),
      colorBgElevated: token('panel'),
      colorBorder: token('edge'),
      colorBorderSecondary: token('line'),
      colorTextSecondary: token('quiet'),
      colorTextDescription: token('quiet'),
      colorTextPlaceholder: token('quiet'),
      colorTextTertiary: token('quiet'),
      fontFamily: 'var(--font)',
      fontSize: 13,
      controlHeight: 30,
      controlHeightSM: 24,
      padding: 14,
      paddingLG: 18,
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
      Button: {
        primaryColor: token('on-accent'),
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Table: { cellPaddingBlockSM: 3, cellPaddingInlineSM: 8, headerBorderRadius: 0 },
      Modal: { titleFontSize: 15 },
    },
  };
}

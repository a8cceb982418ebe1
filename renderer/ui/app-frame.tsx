import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { Locale } from '#shared/model/locale.ts';
import { kitTheme } from './kit-theme.ts';

/**
 * Asked once for the window: the kit mounts everything below anew when the answer changes, and panels
 * and selection would be lost.
 */
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Language, colours and dialogs of one window; both can change while it runs. */
export function AppFrame(props: { theme: 'light' | 'dark'; locale: Locale; children: ReactNode }) {
  const { theme, locale } = props;
  const translator = useMemo(() => createTranslator(locale), [locale]);
  const kit = useMemo(() => kitTheme(theme), [theme]);

  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  useLayoutEffect(() => {
    document.documentElement.lang = locale;
    dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en');
  }, [locale]);

  return (
    <I18nextProvider i18n={translator}>
      <ConfigProvider
        locale={locale === 'zh-CN' ? zhCN : enUS}
        theme={{
          ...kit,
          token: { ...kit.token, motion },
        }}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <App style={{ height: '100%' }}>{props.children}</App>
      </ConfigProvider>
    </I18nextProvider>
  );
}

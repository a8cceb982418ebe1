import { memo } from 'react';
import { Button, Dropdown, Tooltip } from 'antd';
import { ChevronDown, Languages, Menu as MenuIcon, Moon, Search, Sun } from 'lucide-react';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';
import type { MenuCommand } from '#shared/host/host.ts';
import { mainMenu } from './main-menu.ts';
import { ProofChip } from './proof-chip.tsx';
import styles from './title-bar.module.css';

/** Top line of the planner: menu, project, search, and the two proofs at all times. */
export const TitleBar = memo(function TitleBar(props: {
  onCommand: (command: MenuCommand) => void;
  onFindings: (proof: 'horizontal' | 'vertical') => void;
}) {
  const text = useText();
  const { theme, locale, setTheme, setLocale } = useView();
  const project = useProject((state) => state.project);
  const show = useDialogs((state) => state.show);
  const items = mainMenu(text, props.onCommand);

  return (
    <header className={styles.bar}>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          type="text"
          icon={<MenuIcon size={16} aria-hidden />}
          aria-label={`${text('app.name')} ${text('planner.menu')}`}
        >
          {text('app.name')}
        </Button>
      </Dropdown>
      <Button type="text" className={styles.project} onClick={() => show('projects')}>
        <span className={styles.name}>{project?.name}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      {project?.invented && <span className={styles.invented}>{text('planner.invented')}</span>}
      <div className={styles.space} />
      <button type="button" className={styles.search} onClick={() => show('search')}>
        <Search size={14} aria-hidden />
        <span>{text('search.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <ProofChip
        proof="horizontal"
        rules={horizontalRules}
        onOpen={() => props.onFindings('horizontal')}
      />
      <ProofChip
        proof="vertical"
        rules={verticalRules}
        onOpen={() => props.onFindings('vertical')}
      />
      <Tooltip title={text(theme === 'light' ? 'planner.toDark' : 'planner.toLight')}>
        <Button
          type="text"
          aria-label={text(theme === 'light' ? 'planner.toDark' : 'planner.toLight')}
          icon={theme === 'light' ? <Moon size={16} aria-hidden /> : <Sun size={16} aria-hidden />}
          onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}
        />
      </Tooltip>
      <Button
        type="text"
        icon={<Languages size={16} aria-hidden />}
        lang={locale === 'zh-CN' ? 'en' : 'zh-CN'}
        onClick={() => setLocale(locale === 'zh-CN' ? 'en' : 'zh-CN')}
      >
        {locale === 'zh-CN' ? 'English' : '中文'}
      </Button>
    </header>
  );
});

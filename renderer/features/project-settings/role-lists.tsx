import { Button, Checkbox, Input, InputNumber, Popconfirm, Select } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { chainLevels } from '#shared/chain/chain-place.ts';
import type { PostLevel } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import { adoptTemplate } from '#shared/model/templates/adopt-template.ts';
import { chainTemplates } from '#shared/model/templates/roles.ts';
import { freshKey } from './fresh-key.ts';
import styles from './project-settings.module.css';

const limitNames = ['areas', 'points', 'openIssues'] as const;

/** The project's roles, level by level from the district down; or those of a template. */
export function RoleLists(props: {
  roles: readonly Role[];
  /** Posts of each role. */
  inUse: ReadonlyMap<string, number>;
  onChange: (roles: Role[]) => void;
}) {
  const text = useText();
  const { roles, inUse, onChange } = props;
  const titles = [
    'settings.entryName',
    'settings.role.key',
    'settings.group',
    'settings.required',
    'settings.role.areas',
    'settings.role.points',
    'settings.role.openIssues',
    'settings.role.inUse',
  ] as const;
  const change = (at: number, changed: Partial<Role>) =>
    onChange(roles.map((role, index) => (index === at ? { ...role, ...changed } : role)));
  const add = (level: PostLevel) =>
    onChange([...roles, { key: freshKey(), name: '', group: '', level, required: false }]);
  return (
    <div>
      <div className={styles.template}>
        <label htmlFor="chain-template">{text('settings.role.template')}</label>
        <Select
          id="chain-template"
          style={{ width: 240 }}
          value={null}
          placeholder={text('settings.role.chooseTemplate')}
          options={chainTemplates.map(({ key }) => ({
            value: key,
            label: text(textKey(`chainTemplate.${key}`)),
          }))}
          onChange={(key) => {
            const template = chainTemplates.find((one) => one.key === key);
            if (template) onChange(adoptTemplate(template, roles, (role) => inUse.has(role)));
          }}
        />
        <span className={styles.head}>{text('settings.role.templateHint')}</span>
      </div>
      <div className={styles.entries}>
        <div className={`${styles.entry} ${styles.role}`}>
          {titles.map((title) => (
            <span key={title} className={styles.head}>
              {text(title)}
            </span>
          ))}
        </div>
        {chainLevels.map((level) => (
          <section key={level} aria-label={text(textKey(`kind.${level}`))}>
            <header className={styles.level}>
              <h4>{text(textKey(`kind.${level}`))}</h4>
              <Button
                type="text"
                size="small"
                icon={<Plus size={14} aria-hidden />}
                aria-label={text('settings.role.addTo', { level: text(textKey(`kind.${level}`)) })}
                onClick={() => add(level)}
              >
                {text('settings.role.add')}
              </Button>
            </header>
            {roles.map((role, at) =>
              role.level === level ? (
                <RoleRow
                  // Keys of new roles can be edited, so the place in the list is the row's identity.
                  key={at}
                  role={role}
                  used={inUse.get(role.key) ?? 0}
                  onChange={(changed) => change(at, changed)}
                  onRemove={() => onChange(roles.filter((_, index) => index !== at))}
                />
              ) : null,
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

function RoleRow(props: {
  role: Role;
  /** Posts that name it. */
  used: number;
  onChange: (changed: Partial<Role>) => void;
  onRemove: () => void;
}) {
  const text = useText();
  const { role, used, onChange, onRemove } = props;
  const called = role.name || role.key;
  const setLimit = (name: (typeof limitNames)[number], value: number | null) => {
    const { [name]: _old, ...others } = role.limits ?? {};
    onChange({ limits: value === null ? others : { ...others, [name]: value } });
  };
  return (
    <div className={`${styles.entry} ${styles.role}`} role="group" aria-label={called}>
      <Input
        size="small"
        value={role.name}
        maxLength={100}
        status={role.name.trim() === '' ? 'error' : ''}
        aria-label={text('settings.entryName')}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Input
        size="small"
        value={role.key}
        maxLength={64}
        disabled={used > 0}
        aria-label={text('settings.role.key')}
        title={used > 0 ? text('settings.role.keyFixed') : ''}
        onChange={(event) => onChange({ key: event.target.value })}
      />
      <Input
        size="small"
        value={role.group}
        maxLength={100}
        aria-label={text('settings.group')}
        onChange={(event) => onChange({ group: event.target.value })}
      />
      <Checkbox
        checked={role.required}
        aria-label={text('settings.required')}
        onChange={(event) => onChange({ required: event.target.checked })}
      />
      {limitNames.map((name) => (
        <InputNumber
          key={name}
          size="small"
          min={1}
          max={1_000_000}
          precision={0}
          controls={false}
          style={{ width: '100%' }}
          value={role.limits?.[name] ?? null}
          placeholder={text('settings.role.noLimit')}
          aria-label={text(`settings.role.${name}`)}
          onChange={(value) => setLimit(name, value)}
        />
      ))}
      <span className={styles.count}>{used.toLocaleString('en-US')}</span>
      {used > 0 ? (
        <Popconfirm
          title={text('settings.role.dropTitle', { name: called, count: used })}
          description={text('settings.role.dropHint')}
          okText={text('settings.role.drop')}
          cancelText={role.required ? text('settings.role.keepOptional') : text('common.cancel')}
          okButtonProps={{ danger: true }}
          onConfirm={onRemove}
          onCancel={() => role.required && onChange({ required: false })}
        >
          <RemoveButton name={called} />
        </Popconfirm>
      ) : (
        <RemoveButton name={called} onClick={onRemove} />
      )}
    </div>
  );
}

function RemoveButton({ name, ...rest }: { name: string; onClick?: () => void }) {
  const text = useText();
  return (
    <Button
      {...rest}
      type="text"
      size="small"
      aria-label={text('settings.remove', { name })}
      icon={<Trash2 size={14} aria-hidden />}
    />
  );
}

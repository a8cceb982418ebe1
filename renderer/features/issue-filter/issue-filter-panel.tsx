import { Button, Checkbox, DatePicker, Select, Slider } from 'antd';
import dayjs from 'dayjs';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { type IssueStatus, issueStatuses } from '#shared/model/issue.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import styles from './issue-filter-panel.module.css';

const dayFormat = 'YYYY-MM-DD';
const heatRadius = { min: 50, max: 1000, step: 50 };

/** Which issues the map and the list show: class, status, days; and the reach of the heat. */
export function IssueFilterPanel(props: {
  /** Null while they are being counted. */
  count: number | null;
  total: number;
  onClose: () => void;
}) {
  const text = useText();
  const project = useProject((state) => state.project);
  const { issueFilter, setIssueFilter, heatRadiusM, setHeatRadius } = useView();
  const { classes, statuses, from, to } = issueFilter;
  const lastDays = (days: number) =>
    setIssueFilter({ from: dayjs().subtract(days, 'day').format(dayFormat), to: null });

  return (
    <SidePanel title={text('filter.title')} onClose={props.onClose}>
      <p className={styles.count} role="status">
        {props.count === null
          ? text('filter.counting', { total: formatNumber(props.total) })
          : text('filter.count', {
              count: formatNumber(props.count),
              total: formatNumber(props.total),
            })}
      </p>
      <label className={styles.field}>
        <span>{text('filter.classes')}</span>
        <Select
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          aria-label={text('filter.classes')}
          placeholder={text('filter.allClasses')}
          value={classes ?? []}
          options={project?.schemes.issueClasses.map(({ key, name }) => ({
            value: key,
            label: name,
          }))}
          optionFilterProp="label"
          onChange={(chosen: string[]) =>
            setIssueFilter({ classes: chosen.length > 0 ? chosen : null })
          }
        />
      </label>
      <div className={styles.field} role="group" aria-label={text('filter.statuses')}>
        <span>{text('filter.statuses')}</span>
        <Checkbox.Group
          className={styles.statuses}
          value={statuses ?? [...issueStatuses]}
          options={issueStatuses.map((status) => ({
            value: status,
            label: text(textKey(`issueStatus.${status}`)),
          }))}
          onChange={(chosen: IssueStatus[]) =>
            setIssueFilter({ statuses: chosen.length === issueStatuses.length ? null : chosen })
          }
        />
      </div>
      <div className={styles.field} role="group" aria-label={text('filter.days')}>
        <span>{text('filter.days')}</span>
        <div className={styles.days}>
          <DatePicker
            aria-label={text('filter.from')}
            placeholder={text('filter.from')}
            value={from === null ? null : dayjs(from)}
            onChange={(value) => setIssueFilter({ from: value?.format(dayFormat) ?? null })}
          />
          <DatePicker
            aria-label={text('filter.to')}
            placeholder={text('filter.to')}
            value={to === null ? null : dayjs(to)}
            onChange={(value) => setIssueFilter({ to: value?.format(dayFormat) ?? null })}
          />
        </div>
        <div className={styles.presets}>
          {[30, 90, 365].map((days) => (
            <Button key={days} size="small" onClick={() => lastDays(days)}>
              {text('filter.lastDays', { days })}
            </Button>
          ))}
        </div>
      </div>
      <div className={styles.field}>
        <span>{text('filter.heatRadius', { metres: heatRadiusM })}</span>
        <Slider
          {...heatRadius}
          value={heatRadiusM}
          onChange={setHeatRadius}
          ariaLabelForHandle={text('filter.heatRadius', { metres: heatRadiusM })}
        />
      </div>
      <Button onClick={() => setIssueFilter(allIssues)}>{text('filter.reset')}</Button>
    </SidePanel>
  );
}

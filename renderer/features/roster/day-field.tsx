import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import styles from './roster.module.css';

const format = 'YYYY-MM-DD';

/** Field of a form for a day, `YYYY-MM-DD`; null: none. */
export function DayField(props: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
}) {
  return (
    <DatePicker
      className={styles.wide}
      aria-label={props.label}
      value={props.value === null ? null : dayjs(props.value)}
      format={format}
      onChange={(day: dayjs.Dayjs | null) => props.onChange(day ? day.format(format) : null)}
    />
  );
}

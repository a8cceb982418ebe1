import { useEffect, useState } from 'react';

/** The last value that was there: while another is on its way, the one before is shown. */
export function useKept<T>(value: T | null): T | null {
  const [kept, setKept] = useState(value);
  useEffect(() => {
    if (value !== null) setKept(value);
  }, [value]);
  return value ?? kept;
}

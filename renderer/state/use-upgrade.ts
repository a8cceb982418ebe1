import { create } from 'zustand';
import { onUpgrade } from '#renderer/storage/upgrade-database.ts';

/** How far the database is that is being brought to today's schema, 0 to 1; null when none is. */
export const useUpgrade = create<{ fraction: number | null }>(() => ({ fraction: null }));

onUpgrade((_, fraction) => useUpgrade.setState({ fraction }));

import { create } from 'zustand';
import type { PeopleColumn, PeopleFilter } from '#shared/analysis/roster/list-people.ts';
import type { PostColumn, PostFilter } from '#shared/analysis/roster/list-posts.ts';

/** What of the roster is shown; kept while other tables are open. */
interface RosterView {
  shown: 'posts' | 'people';
  posts: PostFilter;
  people: PeopleFilter;
  show: (shown: 'posts' | 'people') => void;
  filterPosts: (filter: Partial<PostFilter>) => void;
  filterPeople: (filter: Partial<PeopleFilter>) => void;
}

export const allPosts: PostFilter = {
  text: '',
  streetId: null,
  level: null,
  role: null,
  unitId: null,
  state: 'current',
  sort: null,
};

export const allPeople: PeopleFilter = { text: '', unitId: null, state: null, sort: null };

export const useRosterView = create<RosterView>()((set) => ({
  shown: 'posts',
  posts: allPosts,
  people: allPeople,
  show: (shown) => set({ shown }),
  filterPosts: (filter) => set((view) => ({ posts: { ...view.posts, ...filter } })),
  filterPeople: (filter) => set((view) => ({ people: { ...view.people, ...filter } })),
}));

/** The next order of a list when a heading is pressed: up, down, as it came. */
export function nextSort<Column extends PostColumn | PeopleColumn>(
  was: { column: Column; down: boolean } | null,
  column: Column,
): { column: Column; down: boolean } | null {
  if (was?.column !== column) return { column, down: false };
  return was.down ? null : { column, down: true };
}

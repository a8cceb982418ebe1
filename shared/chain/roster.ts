import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';

const inOrder = (a: Post, b: Post) =>
  a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1;

function addTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

function takeFrom(map: Map<string, Post[]>, key: string, post: Post): void {
  const rest = (map.get(key) ?? []).filter((other) => other.id !== post.id);
  if (rest.length > 0) map.set(key, rest);
  else map.delete(key);
}

/** People and posts, found by place, by person and by deputy, and kept up to date one by one. */
export class Roster {
  readonly people = new Map<string, Person>();
  private readonly posts = new Map<string, Post>();
  private readonly byTarget = new Map<string, Post[]>();
  private readonly byPerson = new Map<string, Post[]>();
  /** Deputy -> people whose leave names them, with how often. */
  private readonly namedInLeave = new Map<string, Map<string, number>>();
  /** Deputy -> posts that name them. */
  private readonly namedInPost = new Map<string, Post[]>();

  constructor(people: Iterable<Person>, posts: Iterable<Post>) {
    for (const person of people) this.setPerson(person.id, person);
    for (const post of posts) this.setPost(post.id, post);
  }

  get postCount(): number {
    return this.posts.size;
  }

  setPerson(id: string, person: Person | null): void {
    const before = this.people.get(id);
    for (const { deputyId } of before?.leave ?? []) this.countLeave(deputyId, id, -1);
    for (const { deputyId } of person?.leave ?? []) this.countLeave(deputyId, id, 1);
    if (person) this.people.set(id, person);
    else this.people.delete(id);
  }

  setPost(id: string, post: Post | null): void {
    const before = this.posts.get(id);
    if (before) {
      takeFrom(this.byTarget, before.targetId, before);
      if (before.personId !== null) takeFrom(this.byPerson, before.personId, before);
      if (before.deputyId !== null) takeFrom(this.namedInPost, before.deputyId, before);
    }
    if (!post) {
      this.posts.delete(id);
      return;
    }
    this.posts.set(id, post);
    addTo(this.byTarget, post.targetId, post);
    if (post.personId !== null) addTo(this.byPerson, post.personId, post);
    if (post.deputyId !== null) addTo(this.namedInPost, post.deputyId, post);
  }

  /** Posts at a place, by first day and id: the same order whatever was edited before. */
  postsAt(targetId: string): readonly Post[] {
    const posts = this.byTarget.get(targetId) ?? [];
    return posts.length > 1 ? posts.sort(inOrder) : posts;
  }

  /** Posts of a person, in the same order. */
  postsOf(personId: string): readonly Post[] {
    const posts = this.byPerson.get(personId) ?? [];
    return posts.length > 1 ? posts.sort(inOrder) : posts;
  }

  allPosts(): Iterable<Post> {
    return this.posts.values();
  }

  /** Posts whose answer may hang on whether this person is at work and can be rung up. */
  postsBackedBy(personId: string): Post[] {
    const onLeave = [...(this.namedInLeave.get(personId)?.keys() ?? [])];
    return [
      ...(this.namedInPost.get(personId) ?? []),
      ...onLeave.flatMap((id) => this.postsOf(id)),
    ];
  }

  private countLeave(deputyId: string | null, personId: string, by: number): void {
    if (deputyId === null) return;
    const named = this.namedInLeave.get(deputyId) ?? new Map<string, number>();
    const count = (named.get(personId) ?? 0) + by;
    if (count > 0) named.set(personId, count);
    else named.delete(personId);
    if (named.size > 0) this.namedInLeave.set(deputyId, named);
    else this.namedInLeave.delete(deputyId);
  }
}

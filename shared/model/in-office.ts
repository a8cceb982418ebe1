import type { Post } from './post.ts';

/** Whether a post is held on `day`; its first and last day both count. */
export function inOffice(post: Pick<Post, 'from' | 'to'>, day: string): boolean {
  return post.from <= day && (post.to === null || post.to >= day);
}

/** The first of a list, and how many there are in all: answers stay small however much there is. */
export interface Listed<T> {
  items: T[];
  count: number;
}

/** More than a card shows. */
const most = 50;

/** The first of `all`, each as `show` tells it. */
export function listed<From, To>(all: readonly From[], show: (item: From) => To): Listed<To> {
  return { items: all.slice(0, most).map(show), count: all.length };
}

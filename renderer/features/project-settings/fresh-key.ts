/** Short key for a new entry: records refer to it, so it never changes when the name does. */
export const freshKey = () => crypto.randomUUID().slice(0, 8);

/**
 * Where the browser host answers how many bytes are free on the disk with the data, which a page cannot
 * find out by itself.
 */
export const diskFreePath = '/disk-free';

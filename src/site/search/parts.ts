/** Posts from which on an index is made in parts. */
export const PART = 256;

/** Parts of an index at most, since a search asks all of them. */
const MOST = 8;

/**
 * Posts, newest first, in parts of an index, newest first as well. They are filled from the oldest post on, so that a new post, or a new word in
 * one, changes one part. Their length is doubled before there would be more of them than readers should wait for.
 */
export function partsOf<T>(posts: readonly T[], least = PART): T[][] {
  let length = least;
  while (posts.length > MOST * length) length *= 2;
  const count = Math.ceil(posts.length / length);
  return Array.from({ length: count }, (_, index) => {
    const end = posts.length - (count - 1 - index) * length;
    return posts.slice(Math.max(0, end - length), end);
  });
}

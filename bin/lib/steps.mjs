/**
 * Says on a line of its own what is being done, and then how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now();
  console.log(`${title} …`);
  const result = await work();
  console.log(`  done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

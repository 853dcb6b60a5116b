import { setTimeout } from "node:timers/promises";

// Milliseconds that a call may wait for company. At a thousand calls a second a round then has some twenty.
const GATHERING = 20;

type Waiting<Item> = { item: Item; resolve: () => void; reject: (error: unknown) => void };

/**
 * Lets many concurrent calls with the same key share one round of `work`: while one round runs, later calls gather for the next. When `work`
 * throws, every call of its round does.
 */
export function batched<Item>(work: (key: string, items: Item[]) => Promise<void>) {
  const gathering = new Map<string, Waiting<Item>[]>();

  async function serve(key: string): Promise<void> {
    for (;;) {
      await setTimeout(GATHERING);
      const calls = gathering.get(key)?.splice(0) ?? [];
      if (!calls.length) break;
      await work(
        key,
        calls.map((call) => call.item),
      ).then(
        () => calls.forEach((call) => call.resolve()),
        (error: unknown) => calls.forEach((call) => call.reject(error)),
      );
    }
    gathering.delete(key);
  }

  return (key: string, item: Item): Promise<void> =>
    new Promise((resolve, reject) => {
      const calls = gathering.get(key);
      if (calls) return void calls.push({ item, resolve, reject });
      gathering.set(key, [{ item, resolve, reject }]);
      void serve(key);
    });
}

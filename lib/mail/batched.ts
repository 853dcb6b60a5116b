type Waiting<In, Out> = { item: In; resolve: (out: Out) => void; reject: (error: unknown) => void };

/**
 * Lets many concurrent calls share one round of work: while a round for a key runs, later calls for that key gather for the next. `work`
 * answers in the order of its items; when it throws, every call of the round does.
 */
export function batched<In, Out>(work: (key: string, items: In[]) => Promise<Out[]>) {
  const gathering = new Map<string, Waiting<In, Out>[]>();

  async function round(key: string): Promise<void> {
    // One turn of the event loop, so that calls that come together go together.
    await new Promise(setImmediate);
    const calls = gathering.get(key)?.splice(0) ?? [];
    if (!calls.length) return void gathering.delete(key);
    try {
      const answers = await work(
        key,
        calls.map((call) => call.item),
      );
      calls.forEach((call, at) => call.resolve(answers[at] as Out));
    } catch (error) {
      calls.forEach((call) => call.reject(error));
    }
    return round(key);
  }

  return (key: string, item: In): Promise<Out> =>
    new Promise((resolve, reject) => {
      const calls = gathering.get(key);
      if (calls) return void calls.push({ item, resolve, reject });
      gathering.set(key, [{ item, resolve, reject }]);
      void round(key);
    });
}

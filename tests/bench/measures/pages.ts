export async function measurePages(_: NodeJS.ProcessEnv): Promise<void> {}

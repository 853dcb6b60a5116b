/** Where the application learns the time; tests move it, nothing else may. */
export const clock = { now: (): Date => new Date() };

/** The moment `amount` hours from now. */
export const hoursFromNow = (amount: number): Date => new Date(clock.now().getTime() + amount * 3_600_000);

/** The moment `amount` minutes from now. */
export const minutesFromNow = (amount: number): Date => new Date(clock.now().getTime() + amount * 60_000);

import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane (argon2id is this library's default algorithm).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The hash of a password nobody has: checking against it makes an unknown e-mail cost what a known one does.
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$BscQJiv8nJTbIYzVxl75Vg$a5ul+ktutvvaxC+8ndmE+ZISmfcF1T9OGkH4W/6JxHw";

let free = availableParallelism();
const waiting: (() => void)[] = [];

// More hashes at once than cores only make each of them slower and hold 19 MiB more.
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

/** The argon2id hash of `password`, in PHC format. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** Whether `password` is the one behind `passwordHash`; takes as long when there is no hash, and is then false. */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? NOBODY, password));
  return matches && passwordHash != null;
}

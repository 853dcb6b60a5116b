import { z } from "zod";
import type { Option } from "./use-suggestions";

/** Asks the server for a list, of which each item must be an `item`; throws when it refuses or answers with something else. */
export async function askList<T>(address: string, item: z.ZodType<T>): Promise<T[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
  return z.array(item).parse(await answer.json());
}

const option: z.ZodType<Option> = z.object({
  value: z.string(),
  label: z.string(),
  detail: z.string().optional(),
  keywords: z.string().optional(),
});

/** Asks the server for options. */
export const askOptions = (address: string): Promise<Option[]> => askList(address, option);

import { z } from "zod";
import { PASSWORD_MAX, PASSWORD_MIN } from "./limits";

/** A password as typed at sign-in: any text that is not absurdly long. */
export const typedPasswordInput = z
  .string({ error: "Enter your password." })
  .min(1, { error: "Enter your password." })
  .max(PASSWORD_MAX, { error: `A password has at most ${PASSWORD_MAX} characters.` });

/** A password that somebody chooses; its strength is judged where their name is known. */
export const chosenPasswordInput = z
  .string({ error: "Choose a password." })
  .min(PASSWORD_MIN, {
    error: `Use at least ${PASSWORD_MIN} characters. A sentence of four or more words works well.`,
  })
  .max(PASSWORD_MAX, { error: `Use at most ${PASSWORD_MAX} characters.` });

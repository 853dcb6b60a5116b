import { z } from "zod";
import { chosenPasswordInput, typedPasswordInput } from "@/lib/passwords/input";
import { emailInput } from "@/lib/platform/inputs";

export const signInStaffInput = z.object({
  email: emailInput,
  password: typedPasswordInput,
  next: z.string().max(500).optional(),
});

export const requestStaffResetInput = z.object({ email: emailInput });

export const resetStaffPasswordInput = z.object({
  secret: z.string().min(20).max(100),
  password: chosenPasswordInput,
});

export const changeOwnPasswordInput = z.object({
  current: typedPasswordInput,
  password: chosenPasswordInput,
});

export const endOwnSessionInput = z.object({
  sessionId: z.uuid({ error: "That session is not yours or has ended." }),
});

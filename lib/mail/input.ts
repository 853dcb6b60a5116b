import { z } from "zod";

/** Which e-mail to send again. */
export const resendMailInput = z.object({ mailId: z.uuid({ error: "Choose an e-mail." }) });

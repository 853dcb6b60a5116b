"use server";

import { staffAction } from "@/lib/auth/action";
import { resendMailInput } from "@/lib/mail/input";
import { resendMail } from "@/lib/mail/resend-mail";

export const resendMailAction = staffAction({
  needs: "sendMail",
  input: resendMailInput,
  run: resendMail,
  then: ({ mailId }) => `/mail/${mailId}?resent=1`,
});

import type { TaskList } from "graphile-worker";
import {
  freshLinkJob,
  SEND_FRESH_LINK,
  SEND_WAY_IN,
  sendFreshLink,
  sendWayIn,
  wayInJob,
} from "@/lib/credentials/send-way-in";
import { deliverMail, deliverMailPayload } from "@/lib/mail/deliver";
import { DELIVER_MAIL } from "@/lib/mail/enqueue";
import { SMTP_CONNECTIONS } from "@/lib/mail/transport";
import { requestStaffResetInput } from "@/lib/staff/input";
import { SEND_STAFF_RESET, sendStaffReset } from "@/lib/staff/request-staff-reset";

/** Tasks that share a number of hands: a lane that waits, for a mail server say, leaves the others free. */
export type Lane = { name: string; concurrency: number; tasks: TaskList };

/** Everything that Portico does in the background. A new task goes into `general`, or into a lane of its own when it may wait for long. */
export const lanes: Lane[] = [
  {
    name: "mail",
    // Twice the connections: while one e-mail is with the server, another is fetched, rendered or written down.
    concurrency: 2 * SMTP_CONNECTIONS,
    tasks: {
      [DELIVER_MAIL]: (payload, { abortSignal }) =>
        deliverMail(deliverMailPayload.parse(payload), abortSignal),
    },
  },
  {
    name: "general",
    concurrency: 2,
    tasks: {
      [SEND_STAFF_RESET]: (payload) => sendStaffReset(requestStaffResetInput.parse(payload).email),
      [SEND_WAY_IN]: (payload) => sendWayIn(wayInJob.parse(payload)),
      [SEND_FRESH_LINK]: (payload) => sendFreshLink(freshLinkJob.parse(payload)),
    },
  },
];

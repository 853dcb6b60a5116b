import type { Task, TaskList } from "graphile-worker";
import { WORK_ON_ACTIVATIONS } from "@/lib/activations/start-run";
import { activationsJob, workOnRun } from "@/lib/activations/work-on-run";
import { TELL_ENDINGS, tellEndings } from "@/lib/access/tell-endings";
import { SEAL_AUDIT, sealAll } from "@/lib/audit/seal-chain";
import {
  askNightly,
  verificationJob,
  VERIFY_AUDIT,
  VERIFY_ALL,
  workOnVerification,
} from "@/lib/audit/verification";
import { FORGET_ACTIVITY, forgetActivity } from "@/lib/activity/forget-activity";
import {
  freshLinkJob,
  SEND_FRESH_LINK,
  SEND_WAY_IN,
  sendFreshLink,
  sendWayIn,
  wayInJob,
} from "@/lib/credentials/send-way-in";
import { importJob, WORK_ON_IMPORT, workOnImport } from "@/lib/imports/work-on-import";
import { deliverMails, deliverMailsPayload } from "@/lib/mail/deliver";
import { refreshStatistics } from "@/lib/mail/refresh-statistics";
import { DELIVER_MAIL, DELIVER_BULK, REFRESH_STATISTICS } from "@/lib/mail/enqueue";
import { freshStaffLinkJob, SEND_FRESH_STAFF_LINK, sendFreshStaffLink } from "@/lib/staff/fresh-staff-link";
import { requestStaffResetInput } from "@/lib/staff/input";
import { SEND_STAFF_RESET, sendStaffReset } from "@/lib/staff/request-staff-reset";

/** Tasks that share a number of hands: a lane that waits, for a mail server say, leaves the others free. */
export type Lane = {
  name: string;
  concurrency: number;
  tasks: TaskList;
  /** What is to be done at what times, as graphile-worker's crontab says it; times are UTC. */
  crontab?: string;
};

const deliver: Task = (payload, { abortSignal }) =>
  deliverMails(deliverMailsPayload.parse(payload), abortSignal);

/** Everything that Portico does in the background. A new task goes into `general`, or into a lane of its own when it may wait for long. */
export const lanes: Lane[] = [
  { name: "mail", concurrency: 4, tasks: { [DELIVER_MAIL]: deliver } },
  // Two, so that the next fifty are made ready while the last of fifty are being sent.
  { name: "bulk mail", concurrency: 2, tasks: { [DELIVER_BULK]: deliver } },
  {
    name: "imports",
    // A large one takes minutes, and two at once would take as long.
    concurrency: 1,
    tasks: {
      [WORK_ON_IMPORT]: (payload, { abortSignal }) => workOnImport(importJob.parse(payload), abortSignal),
    },
  },
  {
    name: "audit",
    // Going through five million events takes a minute, in which new ones are sealed all the same.
    concurrency: 2,
    tasks: {
      [SEAL_AUDIT]: (_, { abortSignal }) => sealAll(abortSignal),
      [VERIFY_AUDIT]: (payload, { abortSignal }) =>
        workOnVerification(verificationJob.parse(payload), abortSignal),
      [VERIFY_ALL]: askNightly,
    },
    crontab: `* * * * * ${SEAL_AUDIT} ?jobKey=${SEAL_AUDIT}&max=1\n41 2 * * * ${VERIFY_ALL} ?fill=1d&jobKey=${VERIFY_ALL}`,
  },
  {
    name: "activations",
    concurrency: 1,
    tasks: {
      [WORK_ON_ACTIVATIONS]: (payload, { abortSignal }) =>
        workOnRun(activationsJob.parse(payload), abortSignal),
    },
  },
  {
    name: "general",
    concurrency: 2,
    tasks: {
      [SEND_STAFF_RESET]: (payload) => sendStaffReset(requestStaffResetInput.parse(payload).email),
      [SEND_FRESH_STAFF_LINK]: (payload) => sendFreshStaffLink(freshStaffLinkJob.parse(payload)),
      [SEND_WAY_IN]: (payload) => sendWayIn(wayInJob.parse(payload)),
      [SEND_FRESH_LINK]: (payload) => sendFreshLink(freshLinkJob.parse(payload)),
      [REFRESH_STATISTICS]: refreshStatistics,
      [TELL_ENDINGS]: tellEndings,
      [FORGET_ACTIVITY]: forgetActivity,
    },
    // Made up for when the server starts after it was off at that time.
    crontab: `23 5 * * * ${TELL_ENDINGS} ?fill=1d&jobKey=${TELL_ENDINGS}\n41 3 * * * ${FORGET_ACTIVITY} ?fill=1d&jobKey=${FORGET_ACTIVITY}`,
  },
];

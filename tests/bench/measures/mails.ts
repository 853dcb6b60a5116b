import { fork } from "node:child_process";
import { once } from "node:events";
import { createTransport } from "nodemailer";
import { asSystem } from "@/db/as-actor";
import { env } from "@/lib/platform/env";
import { enqueueMails } from "@/lib/mail/enqueue";
import { renderMail, sampleView } from "@/lib/mail/render";
import { createTokens } from "@/lib/tokens/create-token";
import { startWorker } from "@/lib/worker/start";
import { ORGANISATION } from "../load-data";
import { figure } from "../report";
import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";

const MAILS = 2_000;
const CONNECTIONS = 8;

/** Activation e-mails per second through the outbox, beside bare pooled nodemailer sending as large a message to the same sink. */
export async function measureMails(superuserUrl: string): Promise<void> {
  const sink = fork("tests/bench/counting-sink.mjs");
  const [{ port }] = (await once(sink, "message")) as [{ port: number }];
  const url = `smtp://127.0.0.1:${port}`;
  try {
    const bare = await barePerSecond(url);
    const portico = await porticoPerSecond(url, superuserUrl);
    const ratio = portico / bare;
    figure({
      name: `activation e-mails (${MAILS})`,
      portico: `${portico.toFixed(0)}/s`,
      bare: `${bare.toFixed(0)}/s`,
      ratio,
      limit: "at least 0.50",
      holds: ratio >= 0.5,
    });
  } finally {
    sink.disconnect();
  }
}

async function barePerSecond(url: string): Promise<number> {
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS } as Parameters<
    typeof createTransport
  >[0]);
  const { subject, html, text } = renderMail("account-activation", sampleView("account-activation"));
  const sendOne = (to: string) => transport.sendMail({ from: "portico@localhost", to, subject, html, text });
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, at) => sendOne(`warm${at}@bench.example`)));
  const began = performance.now();
  await Promise.all(Array.from({ length: MAILS }, (_, at) => sendOne(`person${at}@bench.example`)));
  const perSecond = MAILS / ((performance.now() - began) / 1000);
  transport.close();
  return perSecond;
}

async function porticoPerSecond(url: string, superuserUrl: string): Promise<number> {
  env().SMTP_URL = url;
  await queueActivations(superuserUrl);
  const began = performance.now();
  const worker = await startWorker();
  while ((await unsent(superuserUrl)) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const perSecond = MAILS / ((performance.now() - began) / 1000);
  await worker.stop();
  return perSecond;
}

async function queueActivations(superuserUrl: string): Promise<void> {
  const people = await withSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT c.id AS "contactId", c.company_id AS "companyId", c.login_id AS "loginId", l.email, c.name FROM contacts c JOIN logins l ON l.id = c.login_id WHERE l.password_hash IS NULL LIMIT ${MAILS}`,
    );
    return rows as { contactId: string; companyId: string; loginId: string; email: string; name: string }[];
  });
  await asSystem("bench", ORGANISATION, async (tx, actor) => {
    const ids = await createTokens(tx, actor, "activation", people);
    await enqueueMails(
      tx,
      people.map(({ email, name, ...ids_ }, at) => ({
        ...ids_,
        organisationId: ORGANISATION,
        template: "account-activation" as const,
        to: { address: email, name },
        tokenId: ids[at],
      })),
    );
  });
}

const unsent = (superuserUrl: string) =>
  withSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT count(*)::int AS n FROM mail WHERE state NOT IN ('sent', 'failed')",
    );
    return rows[0].n as number;
  });

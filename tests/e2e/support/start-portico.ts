import { randomBytes } from "node:crypto";
import { mkdirSync, openSync } from "node:fs";
import type { QueryResultRow } from "pg";
import { freePort } from "@/bin/lib/free-port.mjs";
import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { prepareDatabase } from "@/bin/lib/prepared.mjs";
import { stopAll } from "@/bin/lib/run.mjs";
import { serve } from "@/bin/lib/web-server.mjs";
import { SmtpSink } from "../../support/smtp-sink";
import { demoPasswords, ground, serverEnvironment } from "./ground";

/** With which data a server begins: none at all, or the demo organisation. */
export type Data = "bare" | "demo";

/** A running application with a database and a mail server of its own. */
export type Portico = {
  url: string;
  /** Every e-mail that it sent. */
  inbox: SmtpSink;
  /** With which the first organisation is set up; only for bare data. */
  setupToken: string;
  /** How staff and a customer of the demo sign in; only for demo data. */
  staff: { email: string; password: string };
  customer: { path: string; email: string; password: string };
  /** Runs one statement past row-level security: to arrange and to inspect, never to act. */
  asSuperuser<Row extends QueryResultRow>(sql: string, params?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
};

/** Starts the built application as `npm start` does, on a copy of the prepared database. */
export async function startPortico(data: Data): Promise<Portico> {
  const name = `portico_e2e_${randomBytes(6).toString("hex")}`;
  const superuser = databaseUrl(ground().superuserUrl, name);
  await withSuperuser(ground().superuserUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE portico_${data} OWNER portico`),
  );
  const inbox = await SmtpSink.start();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...serverEnvironment(databaseUrl(ground().url, name)),
    BASE_URL: url,
    SMTP_URL: inbox.url,
  };
  const { setup } = await prepareDatabase("setup", env);
  mkdirSync("test-results", { recursive: true });
  const output = openSync("test-results/server.log", "a");
  await serve({ port, dev: false, env: { ...env, SETUP_TOKEN_HASH: setup?.hash }, output });
  return {
    url,
    inbox,
    setupToken: setup?.token ?? "",
    ...demoSignIn(),
    asSuperuser: (sql, params = []) =>
      withSuperuser(superuser, async (client) => (await client.query(sql, params)).rows),
    stop: async () => {
      await stopAll(5000);
      await inbox.goDown();
    },
  };
}

function demoSignIn() {
  const { staffEmail = "", customerEmail = "", customerPath = "" } = ground().demo ?? {};
  return {
    staff: { email: staffEmail, password: demoPasswords.staff },
    customer: { path: customerPath, email: customerEmail, password: demoPasswords.customer },
  };
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

"use client";

import { useActionState } from "react";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/action-result";

type Tested = {
  to: string;
  kind: "sent" | "captured" | "deferred" | "refused";
  words: string;
  said: string[];
};

/** Sends oneself a test e-mail and shows what the mail server said to it, word for word. */
export function TestMail({ email, action }: { email: string; action: Action<Tested> }) {
  const [result, submit] = useActionState<ActionResult<Tested> | null, FormData>(action, null);
  return (
    <div className="grid gap-4">
      <form action={submit} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="send" value="test" />
        <SubmitButton variant="secondary">Send test e-mail</SubmitButton>
        <span className="text-muted">To {email}, with the sender as saved above.</span>
      </form>
      {result && !result.ok ? <Banner tone="bad" title={result.error.message} live /> : null}
      {result?.ok ? <Outcome tested={result.data} /> : null}
    </div>
  );
}

function Outcome({ tested: { to, kind, words, said } }: { tested: Tested }) {
  if (kind === "captured")
    return (
      <Banner tone="warn" title="No mail server is set up, so nothing was sent" live>
        Portico keeps e-mails under Mail instead. Whoever runs Portico names a mail server with SMTP_URL.
      </Banner>
    );
  const isSent = kind === "sent";
  return (
    <div className="grid gap-3">
      <Banner
        tone={isSent ? "good" : "bad"}
        title={
          isSent ? `The mail server took the e-mail to ${to}` : "The mail server did not take the e-mail"
        }
        live
      >
        {isSent ? "It said: " : null}
        <q className="wrap-anywhere">{words}</q>
      </Banner>
      {said.length > 0 ? (
        <details className="text-small">
          <summary className="w-fit text-link">Everything that the mail server said</summary>
          <pre className="mt-2 overflow-auto rounded-control border border-line bg-sunken p-3 whitespace-pre-wrap">
            {said.join("\n")}
          </pre>
        </details>
      ) : null}
    </div>
  );
}

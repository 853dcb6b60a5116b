"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { Action } from "@/lib/auth/action";
import type { ActionError } from "@/lib/auth/action-result";
import type { TemplateFormValues } from "@/lib/templates/input";

export type TestSent = { mailId: string; to: string };

/** Sends what is typed to oneself, and says where it went. */
export function SendTest({
  action,
  values,
  mayReadMail,
  onRefused,
}: {
  action: Action<TestSent>;
  values: () => TemplateFormValues & { template: string };
  /** Whether the e-mail's own page can be opened by whoever sends it. */
  mayReadMail: boolean;
  onRefused: (error: ActionError | undefined) => void;
}) {
  const [sent, setSent] = useState<TestSent | null>(null);
  const [pending, start] = useTransition();
  const send = async () => {
    setSent(null);
    const result = await action(values()).catch(() => null);
    if (result?.ok) {
      onRefused(undefined);
      return setSent(result.data);
    }
    const unreached = {
      code: "unexpected",
      message: "Portico could not be reached, so nothing was sent. Try again.",
    };
    onRefused(result?.error ?? (unreached as ActionError));
  };
  return (
    <>
      <Button className="needs-script" pending={pending} onClick={() => start(send)}>
        Send test
      </Button>
      <span role="status" className="order-last basis-full text-small text-muted empty:hidden">
        {sent ? (
          <>
            A test is on its way to {sent.to}.
            {mayReadMail ? (
              <>
                {" "}
                It is listed under{" "}
                <a className="text-link" href={`/mail/${sent.mailId}`} target="_blank" rel="noopener">
                  Mail
                </a>
                .
              </>
            ) : null}
          </>
        ) : null}
      </span>
    </>
  );
}

import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import type { Organisation } from "@/components/frame/organisation-name";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

export type DeadState = "used" | "expired" | "replaced" | "cancelled" | "closed" | "unknown";

type Words = { title: string; text: string };

const words = (organisation: string, helper: string): Record<DeadState, Words> => ({
  used: {
    title: "This link has been used",
    text: "It worked once. Sign in with the password that was chosen then, or have a link sent to choose a new one.",
  },
  expired: {
    title: "This link has expired",
    text: "Links work for a limited time only. Have a fresh one sent to the same address.",
  },
  replaced: {
    title: "There is a newer link",
    text: "A newer e-mail was sent to you, and only its link works. Look for it in your mailbox, or have a fresh one sent.",
  },
  cancelled: {
    title: "This link was cancelled",
    text: `Your password was set in another way since, or ${organisation} withdrew the link.`,
  },
  closed: {
    title: "This account is closed for now",
    text: `The link is good, but the account behind it cannot be opened. Ask ${helper}.`,
  },
  unknown: {
    title: "This link is not known",
    text: "Perhaps the e-mail program cut a part of it off. Copy the whole address from the e-mail into the address bar of your browser.",
  },
});

/** What stands where a link led that does not work: why not, and the ways on, first of all a fresh link to the same address. */
export function DeadLink<T>({
  organisation,
  state,
  sent,
  maskedEmail,
  fresh,
  helper = `your contact person at ${organisation.name}`,
  links,
}: {
  organisation: Organisation;
  state: DeadState;
  /** A fresh link was asked for just now. */
  sent: boolean;
  /** Recognisable to its owner only; left out when no fresh link can be sent. */
  maskedEmail?: string;
  fresh: { action: Action<T>; hidden: Record<string, string> };
  /** Whom to ask where no link helps. */
  helper?: string;
  links: ReactNode;
}) {
  const { title, text } = words(organisation.name, helper)[state];
  if (sent && maskedEmail)
    return (
      <SignInFrame organisation={organisation} title="Look in your mailbox" footer={links}>
        <p>
          If this account can still be opened, an e-mail with a fresh link is on its way to {maskedEmail}.
          Nothing arrived after some minutes? Look in the spam folder, or ask {helper}.
        </p>
      </SignInFrame>
    );
  return (
    <SignInFrame organisation={organisation} title={title} footer={links}>
      <p>{text}</p>
      {maskedEmail ? (
        <ActionForm action={fresh.action} hidden={fresh.hidden}>
          <SubmitButton>Send a fresh link</SubmitButton>
          <p className="text-small text-muted">It goes to {maskedEmail}, like the first one.</p>
        </ActionForm>
      ) : null}
    </SignInFrame>
  );
}

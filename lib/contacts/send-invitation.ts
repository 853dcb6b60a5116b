import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { sendActivation } from "@/lib/credentials/send-activation";
import { templateNamed, type TemplateName } from "@/lib/mail/templates";
import { Refusal } from "@/lib/platform/errors";

const OTHER_TEMPLATE = "Choose accountactivation-EJS: of the templates, only it carries the activation link.";

/** Sends a new contact their activation e-mail by the template that was chosen; refuses one that cannot carry the link. */
export async function sendInvitation(
  context: { tx: Tx; actor: StaffActor },
  contactId: string,
  template: string,
): Promise<void> {
  if (named(template) !== "account-activation") throw refuse(OTHER_TEMPLATE);
  await sendActivation(context, { contactId, template: "account-activation" });
}

function named(template: string): TemplateName {
  try {
    return templateNamed(template);
  } catch (error) {
    throw error instanceof Refusal ? refuse(error.message) : error;
  }
}

const refuse = (message: string) =>
  new Refusal("invalid", "Some entries need your attention.", { template: message });

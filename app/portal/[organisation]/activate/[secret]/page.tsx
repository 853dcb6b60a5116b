import { ActivationSteps } from "@/components/account/activation-steps";
import { FrontLinks } from "@/components/portal/front-links";
import { DeadLink } from "@/components/portal/dead-link";
import { TermsField } from "@/components/portal/terms-field";
import { portalFrontPage } from "@/lib/auth/page";
import { maskedEmail } from "@/lib/credentials/masked-email";
import { openLink } from "@/lib/credentials/open-link";
import { activateLoginAction, continueActivationAction, requestFreshLinkAction } from "../../actions";

export const metadata = { title: "Activate your account" };

// Looking changes nothing, so that mail scanners, which follow every link, cannot use one up; people press Continue.
export default portalFrontPage(
  "the link that was sent by e-mail is the right to see it",
  async ({ organisation, params, searchParams }) => {
    const { slug, name } = organisation;
    const hidden = { organisation: slug, secret: params.secret ?? "" };
    const link = await openLink(slug, hidden.secret, "activation");
    if (link?.state !== "live")
      return (
        <DeadLink
          organisation={organisation}
          state={link?.state ?? "unknown"}
          sent={"sent" in searchParams}
          maskedEmail={link && link.state !== "closed" ? maskedEmail(link.token.email) : undefined}
          fresh={{ action: requestFreshLinkAction, hidden: { ...hidden, page: "activate" } }}
          links={<FrontLinks slug={slug} />}
        />
      );
    const { owner, token } = link;
    return (
      <ActivationSteps
        organisation={organisation}
        person={{ name: owner.name, email: token.email }}
        intro={`${name} has opened its portal to you for ${owner.companyName}.`}
        isChoosing={searchParams.step === "password"}
        hidden={hidden}
        goOn={continueActivationAction}
        activate={activateLoginAction}
        least={organisation.passwordMin}
      >
        <TermsField organisation={organisation} />
      </ActivationSteps>
    );
  },
);

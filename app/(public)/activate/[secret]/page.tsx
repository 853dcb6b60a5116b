import { ActivationSteps } from "@/components/account/activation-steps";
import { DeadLink } from "@/components/portal/dead-link";
import { publicPage } from "@/lib/auth/page";
import { maskedEmail } from "@/lib/credentials/masked-email";
import { openStaffLink } from "@/lib/staff/open-staff-link";
import {
  activateStaffAction,
  continueStaffActivationAction,
  requestFreshStaffLinkAction,
} from "../../actions";

export const metadata = { title: "Activate your account" };

const back = (
  <a className="underline underline-offset-3" href="/login">
    Staff sign-in
  </a>
);

// Looking changes nothing, so that mail scanners, which follow every link, cannot use one up; people press Continue.
export default publicPage(
  "the link that was sent by e-mail is the right to see it",
  async ({ params, searchParams }) => {
    const secret = params.secret ?? "";
    const link = await openStaffLink(secret);
    const organisation = { name: link?.organisationName ?? "Portico" };
    if (link?.state !== "live")
      return (
        <DeadLink
          organisation={organisation}
          state={link?.state ?? "unknown"}
          sent={"sent" in searchParams}
          maskedEmail={link && link.state !== "closed" ? maskedEmail(link.token.email) : undefined}
          fresh={{ action: requestFreshStaffLinkAction, hidden: { secret } }}
          helper="an administrator"
          links={back}
        />
      );
    const { token, owner } = link;
    return (
      <ActivationSteps
        organisation={organisation}
        person={{ name: owner.name, email: token.email }}
        intro={`You are invited to work in the back office of ${organisation.name}.`}
        isChoosing={searchParams.step === "password"}
        hidden={{ secret }}
        goOn={continueStaffActivationAction}
        activate={activateStaffAction}
        least={link.passwordMin}
      />
    );
  },
);

import { Banner } from "@/components/ui/banner";

/** Says above every page when a company may look but not order, with the reason that was given for it. */
export function StatusBanner({
  companyName,
  organisationName,
  status,
  reason,
}: {
  companyName: string;
  organisationName: string;
  status: string;
  reason: string;
}) {
  if (status !== "blacklisted" && status !== "inactive") return null;
  return (
    <Banner
      tone={status === "blacklisted" ? "bad" : "warn"}
      title={`New orders are off: ${companyName} is ${status}`}
    >
      {reason ? `Reason given: ${reason}. ` : null}
      You can still read everything here. To place orders again, ask your contact person at {organisationName}
      .
    </Banner>
  );
}

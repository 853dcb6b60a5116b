import { Banner } from "@/components/ui/banner";

/** Says above every page when a company may look but not order. The reason that staff gave is theirs: it is not shown to customers. */
export function StatusBanner({
  companyName,
  organisationName,
  status,
}: {
  companyName: string;
  organisationName: string;
  status: string;
}) {
  if (status !== "blacklisted" && status !== "inactive") return null;
  return (
    <Banner
      tone={status === "blacklisted" ? "bad" : "warn"}
      title={`New orders are off: ${companyName} is ${status}`}
    >
      You can still read everything here. To place orders again, ask your contact person at {organisationName}
      .
    </Banner>
  );
}

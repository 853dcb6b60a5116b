import { AreaCards } from "@/components/portal/area-cards";
import { NextStep } from "@/components/portal/next-step";
import { ReachList } from "@/components/portal/reach-list";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { contactPage } from "@/lib/auth/page";
import { areasOf, closedBecause } from "./areas";

export const metadata = { title: "Dashboard" };

export default contactPage("signedIn", async ({ session, searchParams }) => {
  const { organisation, contact, reach, access } = session;
  const areas = areasOf(access, organisation.slug);
  return (
    <>
      {"welcome" in searchParams ? (
        <Banner tone="good" title="Your password is set">
          From now on you sign in with it and your e-mail address.
        </Banner>
      ) : null}
      <PageHeader
        title={`Hello, ${contact.name}`}
        facts={<span>{`${contact.companyName} at ${organisation.name}`}</span>}
      />
      <NextStep area={areas[0]} closedBecause={closedBecause(session)} organisationName={organisation.name} />
      {areas.length > 1 ? <AreaCards areas={areas.slice(1)} /> : null}
      <Card title={reach.length > 1 ? "Your company and its sites" : "Your company"} flush>
        <ReachList companies={reach} />
      </Card>
    </>
  );
});

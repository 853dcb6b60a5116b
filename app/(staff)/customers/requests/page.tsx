import { OpenRequests } from "@/components/access-requests/open-requests";
import { PageHeader } from "@/components/ui/page-header";
import { listOpenRequests } from "@/lib/access-requests/queries";
import { staffPage } from "@/lib/auth/page";
import { declineRequestAction, grantRequestAction } from "./actions";

export const metadata = { title: "Requests for access" };

export default staffPage("answerRequests", async ({ tx, session }) => {
  const { timeZone, locale } = session.organisation;
  return (
    <div className="grid max-w-[960px] gap-6">
      <PageHeader
        title="Requests for access"
        breadcrumb={[{ href: "/customers", label: "Customers" }, { label: "Requests for access" }]}
      />
      <OpenRequests
        requests={await listOpenRequests(tx)}
        acts={{ grant: grantRequestAction, decline: declineRequestAction }}
        timeZone={timeZone}
        locale={locale}
      />
    </div>
  );
});

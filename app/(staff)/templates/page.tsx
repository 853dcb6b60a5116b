import { TemplatesTable } from "@/components/templates/templates-table";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { listTemplateRows } from "@/lib/templates/queries";

export const metadata = { title: "Templates" };

export default staffPage("viewTemplates", async ({ tx, session }) => {
  const { timeZone, locale } = session.organisation;
  return (
    <div className="grid gap-4">
      <PageHeader
        title="Templates"
        facts="What your e-mails say. What is saved here is in the next e-mail."
      />
      <TemplatesTable rows={await listTemplateRows(tx)} timeZone={timeZone} locale={locale} />
    </div>
  );
});

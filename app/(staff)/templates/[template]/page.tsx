import { notFound } from "next/navigation";
import { TemplateEditor } from "@/components/templates/template-editor";
import { TemplateWords } from "@/components/templates/template-words";
import { TemplateState } from "@/components/templates/templates-table";
import { VersionsTable } from "@/components/templates/versions-table";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { staffActor } from "@/lib/auth/action";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { builtInSources } from "@/lib/mail/render";
import { entryOf } from "@/lib/mail/templates";
import { offeredFields } from "@/lib/templates/offered-fields";
import { previewOf } from "@/lib/templates/preview-template";
import { findTemplate, listVersions } from "@/lib/templates/queries";
import { previewTemplateAction, resetTemplateAction, saveTemplateAction, sendTestAction } from "../actions";

export const metadata = { title: "Template" };

export default staffPage("viewTemplates", async ({ tx, session, params, searchParams }) => {
  const found = await findTemplate(tx, params.template ?? "");
  if (!found) notFound();
  const { name, version, sources, isOwn, problem } = found;
  const { displayName, description } = entryOf(name);
  const { organisation } = session;
  const versions = await listVersions(tx, name);
  const initial = previewOf(name, sources, organisation);
  return (
    <div className="grid gap-6">
      <PageHeader
        title={displayName}
        state={<TemplateState isOwn={isOwn} isBroken={problem !== null} />}
        facts={description}
        breadcrumb={[{ href: "/templates", label: "Templates" }, { label: displayName }]}
      />
      {"saved" in searchParams ? (
        <Banner tone="good" title="Saved. The next e-mail is made from it." />
      ) : null}
      {"restored" in searchParams ? <Banner tone="good" title="The version is in use again" /> : null}
      {problem ? (
        <Banner
          tone="bad"
          title="E-mails are made from the built-in template, because this one is not accepted"
        >
          {problem}
        </Banner>
      ) : null}
      {may(session, "editTemplates") ? (
        <TemplateEditor
          template={{ name, displayName, version, isOwn, sources, builtIn: builtInSources(name) }}
          fields={offeredFields(name, organisation)}
          initial={initial}
          mayChooseContact={may(session, "viewContacts")}
          mayReadMail={staffActor(session, "viewMail")?.reach === "all"}
          actions={{
            save: saveTemplateAction,
            reset: resetTemplateAction,
            sendTest: sendTestAction,
            preview: previewTemplateAction,
          }}
        />
      ) : (
        <TemplateWords sources={sources} shown={initial.shown} />
      )}
      <Card title="Versions" flush>
        {versions.length > 0 ? (
          <VersionsTable
            template={name}
            rows={versions}
            timeZone={organisation.timeZone}
            locale={organisation.locale}
          />
        ) : (
          <p className="px-4 py-3 text-muted">
            The template is as it came with Portico. Every change that is saved is kept here.
          </p>
        )}
      </Card>
    </div>
  );
});

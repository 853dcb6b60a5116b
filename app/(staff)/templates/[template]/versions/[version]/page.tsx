import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TemplateWords } from "@/components/templates/template-words";
import { actOf, PATH } from "@/components/templates/words";
import { Moment } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { entryOf } from "@/lib/mail/templates";
import { previewOf } from "@/lib/templates/preview-template";
import { findTemplate, findVersionToShow } from "@/lib/templates/queries";
import { restoreVersionAction } from "../../../actions";

export const metadata = { title: "Version of a template" };

export default staffPage("viewTemplates", async ({ tx, session, params }) => {
  const template = await findTemplate(tx, params.template ?? "");
  const found = template && (await findVersionToShow(tx, template.name, params.version ?? ""));
  if (!found) notFound();
  const { name } = template;
  const { organisation } = session;
  const isInUse = found.version === template.version;
  const { shown } = previewOf(name, found.sources, organisation);
  const hidden = { template: name, version: String(template.version), restored: String(found.version) };
  return (
    <div className="grid gap-6">
      <PageHeader
        title={`Version ${found.version}`}
        state={isInUse ? <Badge tone="good">In use</Badge> : null}
        facts={
          <span>
            {actOf(found)} by {found.savedByName}, <Moment at={found.savedAt} {...organisation} />
          </span>
        }
        breadcrumb={[
          { href: PATH, label: "Templates" },
          { href: `${PATH}/${name}`, label: entryOf(name).displayName },
          { label: `Version ${found.version}` },
        ]}
        actions={
          !isInUse && shown && may(session, "editTemplates") ? (
            <ActionForm action={restoreVersionAction} hidden={hidden}>
              <SubmitButton>Restore this version</SubmitButton>
            </ActionForm>
          ) : null
        }
      />
      {shown ? null : (
        <Banner tone="warn" title="This version is no longer accepted, so it cannot be restored">
          Copy what you need of it into the template, where you are told what to change.
        </Banner>
      )}
      <TemplateWords sources={found.sources} shown={shown} />
    </div>
  );
});

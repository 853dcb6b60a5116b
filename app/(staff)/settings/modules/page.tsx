import { ModulesForm } from "@/components/settings/modules-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { staffPage } from "@/lib/auth/page";
import { measureOffer } from "@/lib/organisations/measure-offer";
import { inOrder } from "@/lib/organisations/module-input";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { modulesPart } from "@/lib/organisations/update-modules";
import { updateModulesAction } from "../actions";

export const metadata = { title: "Modules" };

export default staffPage("administerSettings", async ({ tx, session, searchParams }) => {
  const { organisation } = session;
  const row = await findSettings(tx, organisation.id);
  const isAsked = "check" in searchParams;
  const chosen = inOrder(isAsked ? [searchParams.on ?? []].flat() : row.modules);
  return (
    <SettingsPage
      title="Modules"
      intro="What your portals offer at all. What each contact may use of it is decided under Portal access."
      save={row.saves[modulesPart.name]}
      place={organisation}
      isSaved={"saved" in searchParams}
    >
      <ModulesForm
        chosen={chosen}
        effects={isAsked ? await measureOffer(tx, row, { ...row, modules: chosen }) : null}
        version={versionOf(row, modulesPart.name)}
        locale={organisation.locale}
        action={updateModulesAction}
      />
    </SettingsPage>
  );
});

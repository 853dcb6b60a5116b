import { FormTick } from "@/components/forms/action-form";
import { OfferForm } from "@/components/settings/offer-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { UnsavedArea } from "@/components/settings/unsaved-area";
import { staffPage } from "@/lib/auth/page";
import { measureOffer } from "@/lib/organisations/measure-offer";
import { inOrder, isAllClosed, modules } from "@/lib/organisations/module-input";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { modulesPart } from "@/lib/organisations/update-modules";
import { updateModulesAction } from "../actions";

const HOME = "/settings/modules";
const HELP =
  "What is off, nobody sees or reaches in the portal, whatever they are allowed. Nothing is lost: switched on again, everybody has what they had.";

export const metadata = { title: "Modules" };

export default staffPage("administerSettings", async ({ tx, session, searchParams }) => {
  const { organisation } = session;
  const row = await findSettings(tx, organisation.id);
  const isAsked = "check" in searchParams;
  const version = versionOf(row, modulesPart.name);
  const on = inOrder(isAsked ? [searchParams.on ?? []].flat() : row.modules);
  return (
    <SettingsPage
      title="Modules"
      intro="What your portals offer at all. What each contact may use of it is decided under Portal access."
      save={row.saves[modulesPart.name]}
      place={organisation}
      isSaved={"saved" in searchParams}
    >
      <UnsavedArea key={version} home={HOME}>
        <OfferForm
          title="What you offer"
          groups={[{ label: "Modules that are on", help: HELP, options: modules }]}
          on={on}
          home={HOME}
          effects={isAsked ? await measureOffer(tx, row, { ...row, modules: on }) : null}
          locale={organisation.locale}
          version={version}
          action={updateModulesAction}
          hidden={{ modules: on.join() }}
          fieldNames={{ modules: "What is on" }}
          submit="Save modules"
        >
          {isAllClosed(on) ? (
            <FormTick name="closeBoth" label="Yes, close both portals: nobody gets in any more" />
          ) : null}
        </OfferForm>
      </UnsavedArea>
    </SettingsPage>
  );
});

import { AnnouncementForm } from "@/components/settings/announcement-form";
import { OfferForm } from "@/components/settings/offer-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { UnsavedArea } from "@/components/settings/unsaved-area";
import type { Audience } from "@/lib/access/permissions";
import type { StaffPageContext } from "@/lib/auth/page";
import { announcementPart } from "@/lib/organisations/announce";
import { measureOffer } from "@/lib/organisations/measure-offer";
import { buttonsOf, knownOf, tabsOf } from "@/lib/organisations/portal-input";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { portalPart } from "@/lib/organisations/update-portal";
import { announceAction, updatePortalAction } from "./actions";

/** The settings of one portal: what of it is shown, and what is announced on top of it. */
export function portalSettings(audience: Audience) {
  const home = `/settings/${audience}-portal`;
  const [portal, said] = [portalPart(audience), announcementPart(audience)];
  const items = [...tabsOf(audience), ...buttonsOf(audience)].map(({ value }) => value);
  return async function PortalSettings({ tx, session, searchParams }: StaffPageContext) {
    const { organisation } = session;
    const row = await findSettings(tx, organisation.id);
    const isAsked = "check" in searchParams;
    const now = portal.read(row).hidden;
    const on = isAsked
      ? knownOf(audience, [searchParams.on ?? []].flat())
      : items.filter((item) => !now.includes(item));
    const hidden = items.filter((item) => !on.includes(item));
    const after = { ...row, ...portal.write({ hidden }, row) };
    const versions = [versionOf(row, portal.name), versionOf(row, said.name)] as const;
    return (
      <SettingsPage
        title={audience === "customer" ? "Customer portal" : "Supplier portal"}
        intro="What is hidden here, nobody sees or reaches, whatever they are allowed."
        save={row.saves[portal.name]}
        place={organisation}
        isSaved={"saved" in searchParams}
      >
        <UnsavedArea key={versions.join()} home={home}>
          <OfferForm
            title="Tabs and buttons"
            groups={[
              { label: "Tabs that are shown", options: tabsOf(audience) },
              {
                label: "Buttons that are shown",
                help: "What a hidden button does is refused as well. A tab that is hidden takes its buttons along.",
                options: buttonsOf(audience),
              },
            ]}
            on={on}
            home={home}
            effects={isAsked ? await measureOffer(tx, row, after) : null}
            locale={organisation.locale}
            version={versions[0]}
            action={updatePortalAction}
            hidden={{ audience, hidden: hidden.join() }}
            fieldNames={{ hidden: "What is hidden" }}
            submit="Save tabs and buttons"
          />
          <AnnouncementForm
            audience={audience}
            values={said.read(row)}
            version={versions[1]}
            home={home}
            timeZone={row.timeZone}
            action={announceAction}
          />
        </UnsavedArea>
      </SettingsPage>
    );
  };
}

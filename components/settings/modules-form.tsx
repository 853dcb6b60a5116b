import { FormTick } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormActions } from "@/components/ui/form-actions";
import type { Action } from "@/lib/auth/action";
import type { OfferEffect } from "@/lib/organisations/measure-offer";
import { isAllClosed, modules } from "@/lib/organisations/module-input";
import { FormTicks } from "./fields";
import { OfferEffects } from "./offer-effects";
import { VersionedForm } from "./settings-form";
import { UnsavedArea } from "./unsaved-area";

const HOME = "/settings/modules";

/** Switches modules in two steps: choose, read what that does to how many contacts, save. Both are plain forms. */
export function ModulesForm<T>({
  chosen,
  effects,
  version,
  locale,
  action,
}: {
  chosen: readonly string[];
  /** What the choice would do; null until somebody asked. */
  effects: OfferEffect[] | null;
  version: number;
  locale: string;
  action: Action<T>;
}) {
  return (
    <UnsavedArea key={version} home={HOME}>
      <Card title="What you offer">
        <form action={HOME} className="grid gap-5">
          <input type="hidden" name="check" value="1" />
          <FormTicks
            name="on"
            label="Modules"
            help="What is off, nobody sees or reaches in the portal, whatever they are allowed. Nothing is lost: switched on again, everybody has what they had."
            options={modules}
            ticked={chosen}
          />
          <FormActions>
            <Button type="submit" variant={effects ? "secondary" : "primary"}>
              See what this changes
            </Button>
          </FormActions>
        </form>
      </Card>
      {effects ? (
        <Card title="What this changes" id="effects">
          <VersionedForm
            key={chosen.join()}
            action={action}
            version={version}
            home={HOME}
            hidden={{ modules: chosen.join(",") }}
            fieldNames={{ modules: "What is on" }}
            submit="Save modules"
          >
            <OfferEffects effects={effects} locale={locale} />
            <p className="text-muted">It counts from the next page that anybody opens.</p>
            {isAllClosed(chosen) ? (
              <FormTick name="closeBoth" label="Yes, close both portals: nobody gets in any more" />
            ) : null}
          </VersionedForm>
        </Card>
      ) : null}
    </UnsavedArea>
  );
}

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormActions } from "@/components/ui/form-actions";
import type { Action } from "@/lib/auth/action";
import type { OfferEffect } from "@/lib/organisations/measure-offer";
import { FormTicks, type TickOption } from "./fields";
import { OfferEffects } from "./offer-effects";
import { VersionedForm } from "./settings-form";

/**
 * Switches what a portal offers in two steps: tick what is on, read what that does to how many contacts, save. Both are plain forms; the
 * first sends the ticks as `on`.
 */
export function OfferForm<T>({
  title,
  groups,
  on,
  home,
  effects,
  locale,
  children,
  ...save
}: {
  title: string;
  groups: { label: string; help?: string; options: readonly TickOption[] }[];
  on: readonly string[];
  /** The address of the page that it stands on. */
  home: string;
  /** What the ticks would do; null until somebody asked. */
  effects: OfferEffect[] | null;
  locale: string;
  version: number;
  action: Action<T>;
  hidden: Record<string, string>;
  fieldNames: Record<string, string>;
  submit: string;
  /** What is asked besides, before it is saved. */
  children?: ReactNode;
}) {
  return (
    <>
      <Card title={title}>
        <form action={home} className="grid gap-5">
          <input type="hidden" name="check" value="1" />
          {groups.map((group, at) => (
            <FormTicks key={group.label} {...group} id={`on-${at}`} name="on" ticked={on} />
          ))}
          <FormActions>
            <Button type="submit" variant={effects ? "secondary" : "primary"}>
              See what this changes
            </Button>
          </FormActions>
        </form>
      </Card>
      {effects ? (
        <Card title="What this changes">
          <VersionedForm {...save} key={on.join()} home={home}>
            <OfferEffects effects={effects} locale={locale} />
            <p className="text-muted">It counts from the next page that anybody opens.</p>
            {children}
          </VersionedForm>
        </Card>
      ) : null}
    </>
  );
}

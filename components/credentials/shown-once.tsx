import { momentText, type Place } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { FormActions } from "@/components/ui/form-actions";
import type { ShownPassword } from "./person";

/** A temporary password with what belongs to it, for as long as the dialog around it is open and never again. */
export function ShownOnce({
  shown,
  place,
  onDone,
}: {
  shown: ShownPassword;
  place: Place;
  onDone: () => void;
}) {
  return (
    <div className="grid gap-4">
      <Banner tone="warn" title="Shown only now">
        Closing this window loses the password. Pass it on in person or on the phone, never in a shared group
        chat: everybody there could sign in with it.
      </Banner>
      <CopyField label="Login URL" value={shown.loginUrl} />
      <CopyField label="E-mail" value={shown.email} />
      <CopyField
        label="Temporary password"
        value={shown.password}
        help={`Works until ${momentText(new Date(shown.temporaryUntil), place)} and must be changed at the first sign-in.`}
      />
      <FormActions>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </FormActions>
    </div>
  );
}

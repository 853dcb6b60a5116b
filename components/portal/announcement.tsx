import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/frame/form-action";

const titles = { info: "Announcement", warn: "Please note", bad: "Disruption" };

/** What the organisation announces on top of its portal, until its reader puts it away. Works without a script. */
export function Announcement({
  announcement: { id, level, text },
  dismiss,
}: {
  announcement: { id: string; level: "info" | "warn" | "bad"; text: string };
  /** Called with the field `announcement`. */
  dismiss: FormAction;
}) {
  return (
    <Banner
      tone={level}
      title={titles[level]}
      actions={
        <form action={dismiss}>
          <input type="hidden" name="announcement" value={id} />
          <Button type="submit" small aria-label="Put this announcement away">
            Put away
          </Button>
        </form>
      }
    >
      <p className="whitespace-pre-line">{text}</p>
    </Banner>
  );
}

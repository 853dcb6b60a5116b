import { Banner } from "@/components/ui/banner";
import type { ShownMail } from "@/lib/mail/show-mail";

/** Says why an e-mail is not shown word for word. */
export function ShownHow({ note }: Pick<ShownMail, "note">) {
  if (note === "sealed with another key")
    return (
      <Banner tone="warn" title="What it said can no longer be opened">
        It was sealed with another AUTH_SECRET. Below it is written anew, without its link.
      </Banner>
    );
  if (note === "template gone")
    return (
      <Banner tone="warn" title="This e-mail can no longer be shown">
        Its template does not exist any more.
      </Banner>
    );
  if (note === null) return null;
  return <p className="text-muted">Dots stand where the secret of its link is: only the recipient has it.</p>;
}

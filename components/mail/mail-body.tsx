import { Card } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import type { ShownMail } from "@/lib/mail/show-mail";

/** What an e-mail says: its link if it may be opened here, the HTML in a frame that can do nothing, and the text. */
export function MailBody({ mail }: { mail: ShownMail }) {
  return (
    <div className="grid gap-6">
      {mail.link ? (
        <Card title="Its link">
          <CopyField
            label="Address"
            value={mail.link}
            help="Whoever opens it can set the password. Open it in a private window to try it out."
          />
        </Card>
      ) : null}
      {mail.html ? (
        <Card title="As HTML" flush>
          {/* No permission at all: neither scripts nor forms nor links do anything in there. */}
          <iframe
            sandbox=""
            title={`The e-mail “${mail.subject}”`}
            srcDoc={mail.html}
            className="block h-[560px] w-full rounded-b-control bg-white"
          />
        </Card>
      ) : null}
      {mail.text ? (
        <Card title="As text">
          <pre className="font-mono text-small whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
        </Card>
      ) : null}
    </div>
  );
}

import { Card } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import type { ShownMail } from "@/lib/mail/show-mail";

/** What an e-mail says: its link if it may be opened here, the HTML in a frame that can do nothing, and the text. */
export function MailBody({ mail }: { mail: ShownMail }) {
  return (
    <div className="grid gap-6">
      {mail.link ? <MailLink href={mail.link} /> : null}
      {mail.html ? (
        <Card title="As HTML" flush>
          {/* No permission at all: neither scripts nor forms nor links do anything in there. */}
          <iframe
            sandbox=""
            title={`The e-mail “${mail.subject}”`}
            srcDoc={mail.html}
            className="block h-[640px] w-full rounded-b-control bg-white"
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

function MailLink({ href }: { href: string }) {
  const open = (
    <a className="text-link" href={href} target="_blank" rel="noopener noreferrer">
      Open
    </a>
  );
  return (
    <Card title="Its link" actions={open}>
      <CopyField
        label="Address"
        value={href}
        help="Whoever opens it can choose the password. Hand it to nobody but the recipient."
      />
    </Card>
  );
}

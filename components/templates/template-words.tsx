import { Card } from "@/components/ui/card";
import type { MailSources } from "@/lib/mail/compile-mail";
import { mailParts } from "@/lib/mail/input";
import type { RenderedMail } from "@/lib/mail/render";
import { TemplatePreview } from "./template-preview";
import { partNames } from "./words";

/** A template as it is written and as it is read, where it is not edited. */
export function TemplateWords({ sources, shown }: { sources: MailSources; shown: RenderedMail | null }) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 gap-6">
        {mailParts.map((part) => (
          <Card key={part} title={partNames[part]}>
            <pre className="font-mono text-small whitespace-pre-wrap wrap-anywhere">{sources[part]}</pre>
          </Card>
        ))}
      </div>
      <Card title="Preview">
        <TemplatePreview shown={shown} />
      </Card>
    </div>
  );
}

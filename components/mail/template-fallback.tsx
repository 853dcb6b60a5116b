import { Banner } from "@/components/ui/banner";
import type { MailDetail } from "@/lib/mail/find-mail";

/** Says that an e-mail was made from the built-in template although the organisation has one of its own, and why. */
export function TemplateFallback({ mail }: { mail: Pick<MailDetail, "templateFallback" | "template"> }) {
  if (!mail.templateFallback) return null;
  const mend = (
    <a className="text-link" href={`/templates/${mail.template}`}>
      Open the template
    </a>
  );
  return (
    <Banner tone="warn" title="It was made from the built-in template, not from your own" actions={mend}>
      {mail.templateFallback}
    </Banner>
  );
}

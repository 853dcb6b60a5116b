import { Banner } from "@/components/ui/banner";

/** Says that e-mails stay here, and how to have them sent. */
export function NoServerBanner() {
  return (
    <Banner tone="warn" title="Without a mail server Portico keeps mail here">
      Nothing is sent. Open an e-mail to read it and to follow its link. To have e-mails sent, set SMTP_URL
      and start Portico again.
    </Banner>
  );
}

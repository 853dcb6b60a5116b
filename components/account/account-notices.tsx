import { Banner } from "@/components/ui/banner";

/** What was just done on the page of one's own account, as its address says. */
export function AccountNotices({ said }: { said: object }) {
  return (
    <>
      {"changed" in said ? (
        <Banner tone="good" title="Your password is changed">
          Your other sessions were ended. We sent you an e-mail about it.
        </Banner>
      ) : null}
      {"ended" in said ? <Banner tone="good" title="That session is ended" /> : null}
    </>
  );
}

import { SignInFrame } from "@/components/frame/sign-in-frame";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "There is nothing here" };

/** Stands at addresses that belong to neither the back office nor a portal. */
export default function NotFound() {
  return (
    <SignInFrame organisation={{ name: "Portico" }} title="There is nothing at this address">
      <p>
        Check the address for a slip. Customers and suppliers find their portal by the link in the e-mail that
        they were sent.
      </p>
      <LinkButton href="/customers">All Customers</LinkButton>
    </SignInFrame>
  );
}

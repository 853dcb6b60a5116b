import { SignInFrame } from "@/components/frame/sign-in-frame";

/** Stands where a portal's address names no organisation. */
export default function PortalNotFound() {
  return (
    <SignInFrame organisation={{ name: "Portal" }} title="There is no portal at this address">
      <p>
        Check the address for a slip, or open the link in the e-mail that you were sent. If it still does not
        work, ask the company that invited you.
      </p>
    </SignInFrame>
  );
}

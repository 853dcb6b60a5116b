import type { ReactNode } from "react";
import { AccentStyle } from "./accent-style";
import { OrganisationName, type Organisation } from "./organisation-name";

/** One column for signing in, activation and reset: the organisation, what is asked, and the ways on below. */
export function SignInFrame({
  organisation,
  title,
  intro,
  children,
  footer,
}: {
  organisation: Organisation;
  title: ReactNode;
  intro?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <>
      <AccentStyle colour={organisation.colour} />
      <main className="sign-in" data-density="roomy">
        <p className="sign-in-name">
          <OrganisationName organisation={organisation} />
        </p>
        <div className="sign-in-card">
          <h1 className="text-headline leading-8">{title}</h1>
          {intro ? <div className="mt-1 text-pretty text-muted">{intro}</div> : null}
          {children ? <div className="mt-6 grid gap-5">{children}</div> : null}
        </div>
        {footer ? <div className="sign-in-foot">{footer}</div> : null}
      </main>
    </>
  );
}

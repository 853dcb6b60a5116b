import { StaffLevels, type StaffOfLevel } from "@/components/staff-levels/staff-levels";
import type { Action } from "@/lib/auth/action";

/** The staff users who serve a company and, for its administrators, the means to grant and remove access. */
export function CompanyStaff({
  companyId,
  staff,
  assign,
  seesAll,
  ...place
}: {
  companyId: string;
  staff: readonly StaffOfLevel[];
  /** For those who administer the company. */
  assign?: Action<unknown>;
  /** Whether the roles of whoever looks show them colleagues. */
  seesAll: boolean;
  timeZone: string;
  locale: string;
}) {
  return (
    <StaffLevels
      title="Users"
      note={seesAll ? undefined : "Your roles show you only yourself here, not your colleagues."}
      empty="Nobody is assigned. Staff whose roles reach every company see this one all the same."
      staff={staff}
      acts={
        assign && {
          action: assign,
          hidden: { companyId },
          removeName: (name) => `Remove the access of ${name}`,
          form: {
            title: "Access of a colleague",
            help: "The one with which they sign in here. What they may do is decided by their roles.",
            button: "Save access",
            levels: {
              member: "Member: works with the company",
              administrator: "Administrator: also edits it and grants access",
              none: "No access of their own any more",
            },
          },
        }
      }
      {...place}
    />
  );
}

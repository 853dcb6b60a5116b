import type { Audience, PermissionId } from "./permissions";

type ButtonFacts = {
  id: string;
  label: string;
  audience: Audience;
  /** Without this permission there is no such button. */
  permission: PermissionId;
};

const buttons = [
  { id: "newEnquiry", label: "New enquiry", audience: "customer", permission: "enquiries" },
  { id: "answerQuotation", label: "Accept and Reject", audience: "customer", permission: "quotations" },
  { id: "newIssue", label: "New issue", audience: "customer", permission: "issues" },
  { id: "newService", label: "New service order", audience: "customer", permission: "service" },
  { id: "newInstall", label: "New install order", audience: "customer", permission: "install" },
  { id: "inviteColleague", label: "Invite colleague", audience: "customer", permission: "manageColleagues" },
  { id: "answerEnquiry", label: "Answer enquiry", audience: "supplier", permission: "purchaseEnquiries" },
  { id: "confirmDates", label: "Confirm dates", audience: "supplier", permission: "purchaseOrders" },
] as const satisfies readonly ButtonFacts[];

/** The id of a button of the portal that an organisation may hide. */
export type ButtonId = (typeof buttons)[number]["id"];

/** A button of the portal as settings and gates know it. */
export type PortalButton = ButtonFacts & { id: ButtonId };

/** Every button of the portal that an organisation may hide; Place Orders is a permission of its own and stands there. */
export const portalButtons: readonly PortalButton[] = buttons;

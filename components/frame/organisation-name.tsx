import Image from "next/image";

export type Organisation = { name: string; logoUrl?: string | null; colour?: string | null };

/** The logo of an organisation, or its name when it has none. */
export function OrganisationName({ organisation: { name, logoUrl } }: { organisation: Organisation }) {
  if (!logoUrl) return <span>{name}</span>;
  // Unoptimised: a logo may be of any format and comes from the organisation, in the size it is shown in.
  return <Image unoptimized src={logoUrl} alt={name} width={240} height={40} className="organisation-logo" />;
}

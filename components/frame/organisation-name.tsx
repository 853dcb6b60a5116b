export type Organisation = { name: string; logoUrl?: string | null; colour?: string | null };

/** The logo of an organisation, or its name when it has none. */
export function OrganisationName({ organisation: { name, logoUrl } }: { organisation: Organisation }) {
  // Organisations bring logos from anywhere, in any format; there is nothing for an image optimiser to do.
  return logoUrl ? <img src={logoUrl} alt={name} className="organisation-logo" /> : <span>{name}</span>;
}

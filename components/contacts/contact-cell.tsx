/** A contact in a table: the name, which opens their page, and the e-mail address below it. */
export function ContactCell({
  contactId,
  name,
  email,
}: {
  contactId: string;
  name: string;
  email: string | null;
}) {
  return (
    <>
      <a href={`/contacts/${contactId}`}>{name}</a>
      {email ? <span className="block truncate text-small font-normal text-muted">{email}</span> : null}
    </>
  );
}

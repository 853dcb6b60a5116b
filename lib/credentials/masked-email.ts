/** An e-mail address as its owner recognises it and a stranger does not: "a•••@winslow.example". */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${[...email][0] ?? ""}•••${at < 0 ? "" : email.slice(at)}`;
}

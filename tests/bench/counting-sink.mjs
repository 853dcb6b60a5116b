// A mail server in a process of its own that accepts everything and counts, so that it takes no turns from what is measured.
import { SMTPServer } from "smtp-server";

let count = 0;
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  disableReverseLookup: true,
  onData: (stream, _session, done) => {
    stream.on("data", () => undefined);
    stream.once("end", () => {
      count += 1;
      done(null);
    });
  },
});
server.listen(0, "127.0.0.1", () => {
  const address = server.server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("message", () => process.send?.({ count }));
process.once("disconnect", () => process.exit(0));

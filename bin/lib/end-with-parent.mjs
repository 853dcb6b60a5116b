// Loaded into every Node.js process that `npm start` begins: none outlives it, even when it is killed outright.
// Their own workers load it too, and are left alone: they end with the process that they work for.
if (process.connected && process.ppid === Number(process.env.PORTICO_PARENT)) {
  process.once("disconnect", () => process.exit());
  // Listening for the end must not be what keeps a finished process alive.
  process.channel?.unref();
}

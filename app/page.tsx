import { redirect } from "next/navigation";
import { publicPage } from "@/lib/auth/page";

export default publicPage("leads staff to their grid, and everybody else to sign-in", async () =>
  redirect("/customers"),
);

"use server";

import { changeIdInput } from "@/lib/access/input";
import { saveChangeInput } from "@/lib/access/operations";
import { saveChange } from "@/lib/access/save-change";
import { redoChange, undoChange } from "@/lib/access/undo-change";
import { staffAction } from "@/lib/auth/action";

export const saveChangeAction = staffAction({
  needs: "administerAccess",
  input: saveChangeInput,
  run: saveChange,
});

export const undoChangeAction = staffAction({
  needs: "administerAccess",
  input: changeIdInput,
  run: undoChange,
});

export const redoChangeAction = staffAction({
  needs: "administerAccess",
  input: changeIdInput,
  run: redoChange,
});

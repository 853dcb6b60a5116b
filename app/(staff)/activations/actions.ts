"use server";

import { drawUpRun } from "@/lib/activations/draw-up-run";
import { drawUpRunInput, runInput } from "@/lib/activations/input";
import { cancelRun, startRun } from "@/lib/activations/start-run";
import { staffAction } from "@/lib/auth/action";

export const drawUpActivationsAction = staffAction({
  needs: "editContacts",
  input: drawUpRunInput,
  run: drawUpRun,
  then: ({ id }) => `/activations/${id}`,
});

export const startActivationsAction = staffAction({
  needs: "editContacts",
  input: runInput,
  run: startRun,
  then: ({ id }) => `/activations/${id}`,
});

export const cancelActivationsAction = staffAction({
  needs: "editContacts",
  input: runInput,
  run: cancelRun,
  then: ({ id }) => `/activations/${id}`,
});

import {
  cancelActivationAction,
  deactivateContactAction,
  reactivateContactAction,
  sendActivationAction,
  sendResetLinkAction,
  setTemporaryPasswordAction,
  unlockLoginAction,
} from "./actions";

/** The actions behind the acts on a credential, as the components in components/credentials call them. */
export const credentialActions = {
  "send-activation": sendActivationAction,
  "cancel-activation": cancelActivationAction,
  "set-temporary-password": setTemporaryPasswordAction,
  "send-reset-link": sendResetLinkAction,
  unlock: unlockLoginAction,
  deactivate: deactivateContactAction,
  reactivate: reactivateContactAction,
};

import * as api from '@anpei/contract/identity'
import { ask, on, onTogether, type Bound } from '../http/index.ts'
import { addDuty } from './units/add-duty.ts'
import { answerGuidance } from './units/answer-guidance.ts'
import { cancelAbsence } from './cancel-absence.ts'
import { changePassword } from './sign-in/change-password.ts'
import { checkAudit } from './check-audit.ts'
import { createApiKey } from './programs/create-api-key.ts'
import { createStaff } from './create-staff.ts'
import { createWebhook } from './programs/create-webhook.ts'
import { deactivateStaff } from './deactivate-staff.ts'
import { editStaff } from './edit-staff.ts'
import { endDuty } from './units/end-duty.ts'
import { finishOidc } from './sign-in/finish-oidc.ts'
import { finishSetup } from './sign-in/finish-setup.ts'
import { issueGuidance } from './units/issue-guidance.ts'
import { issueSetupLink } from './sign-in/issue-setup-link.ts'
import { passDemoTime } from './pass-demo-time.ts'
import { proposeAccess } from './propose-access.ts'
import { proposeReturn } from './propose-return.ts'
import { proposeRole } from './propose-role.ts'
import { recordAbsence } from './record-absence.ts'
import { recordScore } from './units/record-score.ts'
import { retryDelivery } from './programs/retry-delivery.ts'
import { revokeApiKey } from './programs/revoke-api-key.ts'
import { revokeSessions } from './sign-in/revoke-sessions.ts'
import { saveDepartment } from './save-department.ts'
import { saveInstitution } from './save-institution.ts'
import { setTarget } from './units/set-target.ts'
import { setVillagePosts } from './set-village-posts.ts'
import { demoAccounts } from './demo-accounts.ts'
import { signIn } from './sign-in/sign-in.ts'
import { signOut } from './sign-in/sign-out.ts'
import { startOidc } from './sign-in/start-oidc.ts'
import { stopWebhook } from './programs/stop-webhook.ts'
import { unlockStaff } from './sign-in/unlock-staff.ts'
import { listAbsences } from './views-absences.ts'
import { listMySessions, openSetupLink } from './sign-in/views-account.ts'
import { listAuditEvents, searchAudit } from './views-audit.ts'
import { listTowns, listVillages, viewOrganisation } from './views-organisation.ts'
import { listApiKeys, listDeliveries, listWebhooks } from './programs/views-programs.ts'
import { listRoles, listStaff, viewStaff } from './views-staff.ts'
import { listGuidance, viewGuidance, viewUnit } from './units/views-units.ts'
import { whoAmI } from './sign-in/who-am-i.ts'

export const identityRoutes: readonly Bound[] = [
  ask(api.signIn, signIn),
  on(api.demoAccounts, demoAccounts),
  // A clock is not rolled back: what was pressed twice is found out before the hands are moved, and waits its turn.
  onTogether(api.passDemoTime, passDemoTime, () => ''),
  on(api.signOut, signOut),
  on(api.whoAmI, whoAmI),
  on(api.listMySessions, listMySessions),
  on(api.revokeMySession, (tx, { params }) => revokeSessions(tx, tx.actor.id, params.id)),
  ask(api.changeMyPassword, changePassword),
  ask(api.openSetupLink, openSetupLink),
  ask(api.finishSetup, finishSetup),
  ask(api.startOidc, startOidc),
  ask(api.finishOidc, finishOidc),
  on(api.listStaff, listStaff),
  on(api.viewStaff, viewStaff),
  on(api.createStaff, createStaff),
  on(api.editStaff, editStaff),
  on(api.proposeAccess, proposeAccess),
  on(api.deactivateStaff, deactivateStaff),
  on(api.reactivateStaff, (tx, input) => proposeReturn(tx, 'staff.reactivate', input)),
  on(api.resetSignIn, (tx, input) => proposeReturn(tx, 'staff.sign_in_reset', input)),
  ask(api.issueSetupLink, issueSetupLink),
  on(api.unlockStaff, unlockStaff),
  on(api.revokeStaffSessions, (tx, { params, body }) => revokeSessions(tx, params.id, body.sessionId)),
  on(api.listRoles, listRoles),
  on(api.proposeRole, proposeRole),
  on(api.viewOrganisation, viewOrganisation),
  on(api.saveInstitution, saveInstitution),
  on(api.saveDepartment, saveDepartment),
  on(api.listTowns, listTowns),
  on(api.listVillages, listVillages),
  on(api.setVillagePosts, setVillagePosts),
  on(api.viewUnit, viewUnit),
  on(api.addDuty, addDuty),
  on(api.endDuty, endDuty),
  on(api.setTarget, setTarget),
  on(api.recordScore, recordScore),
  on(api.listGuidance, listGuidance),
  on(api.viewGuidance, viewGuidance),
  on(api.issueGuidance, issueGuidance),
  on(api.answerGuidance, answerGuidance),
  on(api.listAbsences, listAbsences),
  on(api.recordAbsence, recordAbsence),
  on(api.cancelAbsence, cancelAbsence),
  on(api.searchAudit, searchAudit),
  on(api.listAuditEvents, listAuditEvents),
  ask(api.verifyAudit, checkAudit),
  on(api.listApiKeys, listApiKeys),
  ask(api.createApiKey, createApiKey),
  on(api.revokeApiKey, revokeApiKey),
  on(api.listWebhooks, listWebhooks),
  ask(api.createWebhook, createWebhook),
  on(api.stopWebhook, stopWebhook),
  on(api.listDeliveries, listDeliveries),
  on(api.retryDelivery, retryDelivery),
]

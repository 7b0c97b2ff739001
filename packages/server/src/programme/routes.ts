import * as api from '@anpei/contract/programme'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { agreeChange } from './agree-change.ts'
import { decideDifferences } from './decide-differences.ts'
import { discardImport } from './discard-import.ts'
import { draftTable } from './draft-table.ts'
import { draftVersion } from './draft-version.ts'
import { editTable } from './edit-table.ts'
import { editVersion } from './edit-version.ts'
import { fixBadRow } from './fix-bad-row.ts'
import { importHospitals } from './import-hospitals.ts'
import { ignoreBadRow } from './ignore-bad-row.ts'
import { moveOutreach } from './move-outreach.ts'
import { openChange } from './open-change.ts'
import { proposeHospital } from './propose-hospital.ts'
import { publishTable } from './publish-table.ts'
import { publishVersion } from './publish-version.ts'
import { recordChangeStep } from './record-change-step.ts'
import { recordImportConsent } from './record-import-consent.ts'
import { recordPersonConsent } from './record-person-consent.ts'
import { recordPremium } from './record-premium.ts'
import { rehearseVersion } from './rehearse-version.ts'
import { renewPolicy } from './renew-policy.ts'
import { startImport } from './start-import.ts'
import { submitTable } from './submit-table.ts'
import { submitVersion } from './submit-version.ts'
import { takeBackVersion } from './take-back-version.ts'
import { verifyResidence } from './verify-residence.ts'
import { getChange, getChangePaper } from './views-changes.ts'
import { getCoverConsentProof, getPersonConsents, listImportConsents } from './views-consents.ts'
import { askCover, getPersonCover } from './views-cover.ts'
import { exportBadRows } from './views-bad-rows.ts'
import { listHospitals } from './views-hospitals.ts'
import { getImport, listBadRows, listDifferences, listImports } from './views-imports.ts'
import { listOutreaches } from './views-outreaches.ts'
import { getResidenceProof } from './views-residences.ts'
import { listDoubledCovers } from './views-doubled-covers.ts'
import { headCounts, listDivisions, listRoster } from './views-roster.ts'
import { getTable, listTables, tryTable } from './views-tables.ts'
import { exportPremium, premiumBoard } from './views-premium.ts'
import { getVersion, lintDefinition, listProgrammes } from './views-versions.ts'

export const programmeRoutes: readonly Bound[] = [
  on(api.listProgrammes, listProgrammes),
  on(api.getVersion, getVersion),
  on(api.draftVersion, draftVersion),
  on(api.editVersion, editVersion),
  ask(api.lintDefinition, lintDefinition),
  on(api.rehearseVersion, rehearseVersion),
  on(api.submitVersion, submitVersion),
  on(api.takeBackVersion, takeBackVersion),
  on(api.publishVersion, publishVersion),
  on(api.premiumBoard, premiumBoard),
  onFile(api.exportPremium, exportPremium),
  on(api.recordPremium, recordPremium),
  on(api.renewPolicy, renewPolicy),
  on(api.getChange, getChange),
  on(api.openChange, openChange),
  on(api.recordChangeStep, recordChangeStep),
  on(api.agreeChange, agreeChange),
  onFile(api.getChangePaper, getChangePaper),
  on(api.listTables, listTables),
  on(api.getTable, getTable),
  on(api.draftTable, draftTable),
  on(api.editTable, editTable),
  on(api.submitTable, submitTable),
  on(api.publishTable, publishTable),
  ask(api.tryTable, tryTable),
  on(api.listDoubledCovers, listDoubledCovers),
  on(api.listRoster, listRoster),
  on(api.getPersonCover, getPersonCover),
  on(api.askCover, askCover),
  on(api.headCounts, headCounts),
  on(api.listDivisions, listDivisions),
  on(api.startImport, startImport),
  on(api.listImports, listImports),
  on(api.getImport, getImport),
  on(api.listBadRows, listBadRows),
  onFile(api.exportBadRows, exportBadRows),
  on(api.fixBadRow, fixBadRow),
  on(api.ignoreBadRow, ignoreBadRow),
  on(api.listDifferences, listDifferences),
  on(api.decideDifferences, decideDifferences),
  on(api.discardImport, discardImport),
  on(api.getPersonConsents, getPersonConsents),
  on(api.recordPersonConsent, recordPersonConsent),
  on(api.listImportConsents, listImportConsents),
  on(api.recordImportConsent, recordImportConsent),
  onFile(api.getCoverConsentProof, getCoverConsentProof),
  on(api.verifyResidence, verifyResidence),
  onFile(api.getResidenceProof, getResidenceProof),
  on(api.listOutreaches, listOutreaches),
  on(api.moveOutreach, moveOutreach),
  on(api.listHospitals, listHospitals),
  on(api.proposeHospital, proposeHospital),
  on(api.importHospitals, importHospitals),
]

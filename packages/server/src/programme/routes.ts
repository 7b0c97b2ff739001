import * as api from '@anpei/contract/programme'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { agreeChange } from './versions/agree-change.ts'
import { decideDifferences } from './roster/decide-differences.ts'
import { discardImport } from './roster/discard-import.ts'
import { discardVersion } from './versions/discard-version.ts'
import { draftTable } from './versions/draft-table.ts'
import { draftVersion } from './versions/draft-version.ts'
import { editTable } from './versions/edit-table.ts'
import { editVersion } from './versions/edit-version.ts'
import { fixBadRow } from './roster/fix-bad-row.ts'
import { importHospitals } from './hospitals/import-hospitals.ts'
import { ignoreBadRow } from './roster/ignore-bad-row.ts'
import { moveOutreach } from './discharges/move-outreach.ts'
import { openChange } from './versions/open-change.ts'
import { openProgramme } from './versions/open-programme.ts'
import { proposeHospital } from './hospitals/propose-hospital.ts'
import { publishTable } from './versions/publish-table.ts'
import { publishVersion } from './versions/publish-version.ts'
import { recordChangeStep } from './versions/record-change-step.ts'
import { recordImportConsent } from './cover/record-import-consent.ts'
import { recordPersonConsent } from './cover/record-person-consent.ts'
import { recordPremium } from './cover/record-premium.ts'
import { rehearseVersion } from './versions/rehearse-version.ts'
import { renewPolicy } from './cover/renew-policy.ts'
import { startImport } from './roster/start-import.ts'
import { submitTable } from './versions/submit-table.ts'
import { submitVersion } from './versions/submit-version.ts'
import { takeBackVersion } from './versions/take-back-version.ts'
import { verifyResidence } from './roster/verify-residence.ts'
import { getChange, getChangePaper } from './versions/views-changes.ts'
import { getCoverConsentProof, getPersonConsents, listImportConsents } from './cover/views-consents.ts'
import { askCover, getPersonCover } from './cover/views-cover.ts'
import { exportBadRows } from './roster/views-bad-rows.ts'
import { listHospitals } from './hospitals/views-hospitals.ts'
import { getImport, listBadRows, listDifferences, listImports } from './roster/views-imports.ts'
import { listOutreaches } from './discharges/views-outreaches.ts'
import { getResidenceProof } from './roster/views-residences.ts'
import { listDoubledCovers } from './cover/views-doubled-covers.ts'
import { headCounts, listDivisions, listRoster } from './roster/views-roster.ts'
import { getTable, listTables, tryTable } from './versions/views-tables.ts'
import { exportPremium, premiumBoard } from './cover/views-premium.ts'
import { getVersion, lintDefinition, listProgrammes } from './versions/views-versions.ts'

export const programmeRoutes: readonly Bound[] = [
  on(api.listProgrammes, listProgrammes),
  on(api.openProgramme, openProgramme),
  on(api.getVersion, getVersion),
  on(api.draftVersion, draftVersion),
  on(api.editVersion, editVersion),
  ask(api.lintDefinition, lintDefinition),
  on(api.rehearseVersion, rehearseVersion),
  on(api.submitVersion, submitVersion),
  on(api.takeBackVersion, takeBackVersion),
  on(api.discardVersion, discardVersion),
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

import * as api from '@anpei/contract/complaints'
import { on, onFile, type Bound } from '../../http/index.ts'
import { draftPublication } from './draft-publication.ts'
import { dropPublication } from './drop-publication.ts'
import { exportComplaintFigures, getPublicationFile } from './views-files.ts'
import { judgePublication } from './judge-publication.ts'
import { submitPublication } from './submit-publication.ts'
import { getComplaintFigures, listCountedComplaints } from './views-figures.ts'
import { listPublications, portalPublication, portalPublications } from './views-publications.ts'
import { getComplaintScores } from './views-scores.ts'

export const statisticsRoutes: readonly Bound[] = [
  on(api.getComplaintFigures, getComplaintFigures),
  onFile(api.exportComplaintFigures, exportComplaintFigures),
  on(api.listCountedComplaints, listCountedComplaints),
  on(api.getComplaintScores, getComplaintScores),
  on(api.draftPublication, draftPublication),
  on(api.submitPublication, submitPublication),
  on(api.judgePublication, judgePublication),
  on(api.dropPublication, dropPublication),
  on(api.listPublications, listPublications),
  onFile(api.getPublicationFile, getPublicationFile),
  on(api.portalPublications, portalPublications),
  on(api.portalPublication, portalPublication),
]

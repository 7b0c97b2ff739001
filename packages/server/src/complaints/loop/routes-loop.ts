import * as api from '@anpei/contract/complaints'
import { on, onFile, type Bound } from '../../http/index.ts'
import { assignImprovement } from './assign-improvement.ts'
import { checkLibraryCase } from './check-library-case.ts'
import { draftLibraryCase } from './draft-library-case.ts'
import { dropImprovement } from './drop-improvement.ts'
import { holdReview } from './hold-review.ts'
import { joinImprovement } from './join-improvement.ts'
import { judgeImprovement } from './judge-improvement.ts'
import { linkChange } from './link-change.ts'
import { measureImprovement } from './measure-improvement.ts'
import { nameRootCause } from './name-root-cause.ts'
import { openImprovement } from './open-improvement.ts'
import { openReview } from './open-review.ts'
import { reportImprovement } from './report-improvement.ts'
import { listChangeTargets } from './views-changes.ts'
import { getImprovement, getImprovementFile, listImprovements } from './views-improvements.ts'
import { getLibraryCase, listLibraryCases } from './views-library.ts'
import { getComplaintLoop, getImprovementChoices } from './views-loop.ts'
import { getReview, getReviewPack, listReviews } from './views-reviews.ts'

export const loopRoutes: readonly Bound[] = [
  on(api.getComplaintLoop, getComplaintLoop),
  on(api.nameRootCause, nameRootCause),
  on(api.getImprovementChoices, getImprovementChoices),
  on(api.openImprovement, openImprovement),
  on(api.joinImprovement, joinImprovement),
  on(api.listImprovements, listImprovements),
  on(api.getImprovement, getImprovement),
  onFile(api.getImprovementFile, getImprovementFile),
  on(api.assignImprovement, assignImprovement),
  on(api.dropImprovement, dropImprovement),
  on(api.reportImprovement, reportImprovement),
  on(api.measureImprovement, measureImprovement),
  on(api.judgeImprovement, judgeImprovement),
  on(api.linkChange, linkChange),
  on(api.listChangeTargets, listChangeTargets),
  on(api.draftLibraryCase, draftLibraryCase),
  on(api.checkLibraryCase, checkLibraryCase),
  on(api.listLibraryCases, listLibraryCases),
  on(api.getLibraryCase, getLibraryCase),
  on(api.openReview, openReview),
  on(api.holdReview, holdReview),
  on(api.listReviews, listReviews),
  on(api.getReview, getReview),
  onFile(api.getReviewPack, getReviewPack),
]

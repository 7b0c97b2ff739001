import * as api from '@anpei/contract/programme'
import { on, onFile, type Bound } from '../../http/index.ts'
import { answerCoverApplication } from './answer-cover-application.ts'
import { confirmIntroduction } from './confirm-introduction.ts'
import { dropIntroduction } from './drop-introduction.ts'
import { explainProduct } from './explain-product.ts'
import { handCoverApplication } from './hand-cover-application.ts'
import { openIntroduction } from './open-introduction.ts'
import { prepareIntroduction } from './prepare-introduction.ts'
import { recommendProduct } from './recommend-product.ts'
import { signCoverApplication } from './sign-cover-application.ts'
import { getCoverApplication, getIntroductionFile } from './views-introduction-files.ts'
import { getIntroduction, listIntroductions, listProducts } from './views-introductions.ts'

export const introductionRoutes: readonly Bound[] = [
  on(api.listProducts, listProducts),
  on(api.listIntroductions, listIntroductions),
  on(api.openIntroduction, openIntroduction),
  on(api.getIntroduction, getIntroduction),
  on(api.prepareIntroduction, prepareIntroduction),
  on(api.recommendProduct, recommendProduct),
  on(api.explainProduct, explainProduct),
  on(api.confirmIntroduction, confirmIntroduction),
  on(api.dropIntroduction, dropIntroduction),
  on(api.signCoverApplication, signCoverApplication),
  on(api.handCoverApplication, handCoverApplication),
  on(api.getCoverApplication, getCoverApplication),
  on(api.answerCoverApplication, answerCoverApplication),
  onFile(api.getIntroductionFile, getIntroductionFile),
]
